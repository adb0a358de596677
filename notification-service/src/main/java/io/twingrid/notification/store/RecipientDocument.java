package io.twingrid.notification.store;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Channel;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Preferences;
import io.twingrid.notification.domain.QuietHours;
import io.twingrid.notification.domain.Recipient;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as he lies in the collection {@code recipients}; public because the driver's record codec is another package.
 *
 * @param reachable true for a recipient; absent for an observer of whom only his patrol is known
 * @param audiences ids of those that his token named when it was seen last
 * @param seenAt when that was
 * @param wanted his preferences; absent if he has not said
 * @param patrol ids of the audiences that he belongs to because of where he rides
 * @param patrolAt since when he rides there
 */
public record RecipientDocument(
        @BsonId String id,
        @Nullable Boolean reachable,
        @Nullable List<String> audiences,
        @Nullable Instant seenAt,
        @Nullable Wanted wanted,
        @Nullable List<String> patrol,
        @Nullable Instant patrolAt) {

    /** His preferences; times as ISO 8601 writes them. */
    public record Wanted(
            List<String> channels,
            @Nullable String mail,
            String language,
            @Nullable Quiet quiet,
            @Nullable String digestAt) {
        static Wanted from(Preferences preferences) {
            QuietHours quiet = preferences.quiet();
            LocalTime digestAt = preferences.digestAt();
            return new Wanted(
                    preferences.channels().stream().map(Channel::name).toList(),
                    preferences.mail(),
                    preferences.language().name(),
                    quiet == null ? null : Quiet.from(quiet),
                    digestAt == null ? null : digestAt.toString());
        }

        Preferences toPreferences() {
            return new Preferences(
                    channels.stream().map(Channel::valueOf).collect(Collectors.toSet()),
                    mail,
                    Language.valueOf(language),
                    quiet == null ? null : quiet.toQuietHours(),
                    digestAt == null ? null : LocalTime.parse(digestAt));
        }
    }

    /** Hours of quiet. */
    public record Quiet(String from, String until) {
        static Quiet from(QuietHours quiet) {
            return new Quiet(quiet.from().toString(), quiet.until().toString());
        }

        QuietHours toQuietHours() {
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
        }
    }

    static List<String> ids(Collection<Audience> audiences) {
        return audiences.stream().map(Audience::id).sorted().toList();
    }

    Preferences preferences() {
        return wanted == null ? Preferences.USUAL : wanted.toPreferences();
    }

    Set<Audience> patrolled() {
        return patrol == null ? Set.of() : patrol.stream().map(Audience::new).collect(Collectors.toSet());
    }

    /** Whose token was seen before {@code trustedSince} is only in the audiences of his patrol. */
    Recipient toRecipient(Instant trustedSince) {
        List<Audience> his = new ArrayList<>(patrolled());
        if (audiences != null && seenAt != null && seenAt.isAfter(trustedSince)) {
            audiences.stream().map(Audience::new).forEach(his::add);
        }
        return new Recipient(id, Set.copyOf(his), preferences());
    }
}
