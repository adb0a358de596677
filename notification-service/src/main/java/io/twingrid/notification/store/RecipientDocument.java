package io.twingrid.notification.store;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Channel;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Preferences;
import io.twingrid.notification.domain.QuietHours;
import io.twingrid.notification.domain.Recipient;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A recipient as he lies in the collection {@code recipients}; public because the driver's record codec is another package.
 * Without {@code wanted} he has not said how he wants to be told.
 */
public record RecipientDocument(
        @BsonId String id,
        List<String> audiences,
        Instant seenAt,
        @Nullable Wanted wanted) {

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

    static List<String> ids(Set<Audience> audiences) {
        return audiences.stream().map(Audience::id).sorted().toList();
    }

    Preferences preferences() {
        return wanted == null ? Preferences.USUAL : wanted.toPreferences();
    }

    Recipient toRecipient() {
        return new Recipient(id, audiences.stream().map(Audience::new).collect(Collectors.toSet()), preferences());
    }
}
