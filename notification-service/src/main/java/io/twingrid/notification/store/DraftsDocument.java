package io.twingrid.notification.store;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Draft;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What was drafted for a fact, in the collection {@code first-drafts}; public because the driver's record codec is another package. */
public record DraftsDocument(@BsonId String id, Instant goneAt, List<Told> drafts) {

    /** One draft; its cause is the document's id. */
    public record Told(
            String audience,
            String type,
            @Nullable String reportId,
            NoticeDocument.Text title,
            NoticeDocument.Text text,
            String link,
            Instant at,
            boolean urgent) {
        static Told from(Draft draft) {
            Content content = draft.content();
            return new Told(
                    draft.audience().id(),
                    content.type(),
                    content.reportId(),
                    NoticeDocument.Text.from(content.title()),
                    NoticeDocument.Text.from(content.text()),
                    content.link(),
                    content.at(),
                    content.urgent());
        }

        Draft toDraft(String cause) {
            return new Draft(
                    new Audience(audience),
                    new Content(cause, type, reportId, title.toWords(), text.toWords(), link, at, urgent));
        }
    }

    static DraftsDocument from(String cause, List<Draft> drafts, Instant goneAt) {
        return new DraftsDocument(cause, goneAt, drafts.stream().map(Told::from).toList());
    }

    List<Draft> toDrafts() {
        return drafts.stream().map(told -> told.toDraft(id)).toList();
    }
}
