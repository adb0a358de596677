package io.twingrid.notification.domain;

import java.time.Instant;

/** Notices and drafts for tests. */
public final class Samples {
    public static final Instant NINE = Instant.parse("2026-11-22T01:00:00Z");

    private Samples() {}

    /** A draft whose cause tells it from others; the later the cause, the later it happened. */
    public static Draft draft(Audience audience, int cause) {
        return new Draft(audience, content(cause));
    }

    public static Notice notice(Audience audience, int seq) {
        return new Notice(audience + "/" + seq, audience, seq, content(seq));
    }

    private static Content content(int cause) {
        return new Content(
                "fact-" + cause,
                "routed",
                "report-" + cause,
                new Words("题", "title"),
                new Words("文", "text"),
                "/api/cases/report-" + cause,
                NINE.plusSeconds(cause),
                false);
    }
}
