package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.notification.Inbox;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notice as a person sees it, in his language. */
@Schema(name = "Notice")
record NoticeView(
        @Schema(description = "names the notice; ids grow with time")
        String id,

        @Schema(description = "what happened, e.g. routed, resolved, credited")
        String type,

        @Schema(description = "the report that it is about; absent if there is none") @Nullable
        String reportId,

        @Schema(description = "one line, in the language that Accept-Language prefers of zh (default) and en")
        String title,

        @Schema(description = "a sentence or two, in the same language")
        String text,

        @Schema(description = "when it happened") Instant at,

        @Schema(description = "where to look, a path on this origin")
        String link,

        @Schema(description = "whether it passes quiet hours and digests")
        boolean urgent,

        @Schema(description = "whether you have read it; absent in the stream") @Nullable
        Boolean read) {

    static NoticeView of(Notice notice, Language language) {
        return of(notice, language, null);
    }

    static NoticeView of(Inbox.Entry entry, Language language) {
        return of(entry.notice(), language, entry.read());
    }

    private static NoticeView of(Notice notice, Language language, @Nullable Boolean read) {
        Content content = notice.content();
        return new NoticeView(
                notice.id(),
                content.type(),
                content.reportId(),
                content.title().in(language),
                content.text().in(language),
                content.at(),
                content.link(),
                content.urgent(),
                read);
    }
}
