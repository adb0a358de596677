package io.twingrid.notification.events;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Words;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stored notice as it travels on {@code notices}: whole, so that nobody has to read the store for it. */
record Announcement(
        String id,
        String audience,
        long seq,
        String cause,
        String type,
        @Nullable String reportId,
        Text title,
        Text text,
        String link,
        Instant at,
        boolean urgent) {
    /** The CloudEvents type. */
    static final String STORED = "io.twingrid.notice.stored.v1";

    Announcement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(at, "at");
    }

    /** A text in every language. */
    record Text(String zh, String en) {
        static Text from(Words words) {
            return new Text(words.zh(), words.en());
        }

        Words toWords() {
            return new Words(zh, en);
        }
    }

    static Announcement from(Notice notice) {
        Content content = notice.content();
        return new Announcement(
                notice.id(),
                notice.audience().id(),
                notice.seq(),
                content.cause(),
                content.type(),
                content.reportId(),
                Text.from(content.title()),
                Text.from(content.text()),
                content.link(),
                content.at(),
                content.urgent());
    }

    Notice toNotice() {
        return new Notice(
                id,
                new Audience(audience),
                seq,
                new Content(cause, type, reportId, title.toWords(), text.toWords(), link, at, urgent));
    }
}
