package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.notification.domain.Channel;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Preferences;
import io.twingrid.notification.domain.QuietHours;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Preferences as they are sent and answered. */
@Schema(name = "Preferences")
record PreferencesView(
        @Schema(
                description = "ways to you beside the live stream; none for the stream and the inbox alone",
                allowableValues = {"push", "mail"})
        @Nullable
        Set<String> channels,

        @Schema(description = "your address, needed for 'mail'", format = "email") @Nullable
        String mail,

        @Schema(
                description = "what you read; zh if it is left out",
                allowableValues = {"zh", "en"})
        @Nullable
        String language,

        @Schema(description = "hours in which only what is urgent arrives; without it there are none") @Nullable
        Quiet quiet,

        @Schema(
                description =
                        "when, each day by the town's clock, you get all that is not urgent in one piece; without "
                                + "it each notice comes by itself",
                example = "08:00",
                type = "string")
        @Nullable
        LocalTime digestAt) {
    /** RFC 5321 allows no longer one. */
    private static final int LONGEST_ADDRESS = 254;

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@,;:<>()\"\\\\]+@[^\\s@,;:<>()\"\\\\]+\\.[^\\s@.,;:<>()\"\\\\]+");

    /** Hours of quiet, by the town's clock; over midnight where they end earlier than they begin. */
    @Schema(name = "QuietHours")
    record Quiet(
            @Schema(example = "22:00", type = "string", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            LocalTime from,

            @Schema(example = "07:00", type = "string", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            LocalTime until) {}

    static PreferencesView of(Preferences preferences) {
        QuietHours quiet = preferences.quiet();
        return new PreferencesView(
                preferences.channels().stream().map(PreferencesView::word).collect(Collectors.toSet()),
                preferences.mail(),
                word(preferences.language()),
                quiet == null ? null : new Quiet(quiet.from(), quiet.until()),
                preferences.digestAt());
    }

    /**
     * What is meant.
     *
     * @throws io.twingrid.chassis.problem.ProblemException 400, naming everything that is wrong
     */
    Preferences toPreferences() {
        List<Problem.FieldError> errors = new ArrayList<>();
        Set<Channel> ways = ways(errors);
        if (mail != null
                && (mail.length() > LONGEST_ADDRESS || !ADDRESS.matcher(mail).matches())) {
            errors.add(new Problem.FieldError("mail", "must be one mail address, e.g. wang@example.org"));
        } else if (mail == null && ways.contains(Channel.MAIL)) {
            errors.add(new Problem.FieldError("mail", "is needed for the channel 'mail'"));
        }
        Language reads = reads(errors);
        QuietHours hours = hours(errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return new Preferences(ways, mail, reads, hours, digestAt);
    }

    private Set<Channel> ways(List<Problem.FieldError> errors) {
        if (channels == null) {
            errors.add(new Problem.FieldError("channels", "must say the ways to you, of push and mail; [] for none"));
            return Set.of();
        }
        Set<String> known =
                Set.of(Channel.values()).stream().map(PreferencesView::word).collect(Collectors.toSet());
        if (!known.containsAll(channels)) {
            errors.add(new Problem.FieldError("channels", "must be of push and mail"));
            return Set.of();
        }
        return channels.stream()
                .map(channel -> Channel.valueOf(channel.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private Language reads(List<Problem.FieldError> errors) {
        for (Language one : Language.values()) {
            if (word(one).equals(language)) {
                return one;
            }
        }
        if (language != null) {
            errors.add(new Problem.FieldError("language", "must be zh or en"));
        }
        return Language.ZH;
    }

    private @Nullable QuietHours hours(List<Problem.FieldError> errors) {
        if (quiet == null) {
            return null;
        }
        if (quiet.from() == null || quiet.until() == null || Objects.equals(quiet.from(), quiet.until())) {
            errors.add(new Problem.FieldError("quiet", "must have a 'from' and another 'until', e.g. 22:00 and 07:00"));
            return null;
        }
        return new QuietHours(quiet.from(), quiet.until());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
