package io.twingrid.notification.store;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Words;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A notice as it lies in the collection {@code notices}; public because the driver's record codec is another package. */
public record NoticeDocument(
        @BsonId String id,
        String audience,
        long seq,
        String cause,
        String type,
        @Nullable String reportId,
        Text title,
        Text text,
        String link,
        Instant at,
        @Nullable Boolean urgent) {

    /** A text in every language. */
    public record Text(String zh, String en) {
        static Text from(Words words) {
            return new Text(words.zh(), words.en());
        }

        Words toWords() {
            return new Words(zh, en);
        }
    }

    static NoticeDocument from(Notice notice) {
        Content content = notice.content();
        return new NoticeDocument(
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
                new Content(
                        cause, type, reportId, title.toWords(), text.toWords(), link, at, Boolean.TRUE.equals(urgent)));
    }
}
