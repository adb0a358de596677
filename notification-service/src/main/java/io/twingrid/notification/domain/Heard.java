package io.twingrid.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that came in, as far as it matters for telling people.
 *
 * @param cause the fact's id: one notice an audience, however often the fact is heard
 * @param occasion what kind of fact it is
 * @param at when it happened
 * @param traceparent the W3C trace context under which it happened, or null
 * @param reportId the report that it is about, or null
 * @param news what it adds to the report's card
 * @param details what it says itself
 */
public record Heard(
        String cause,
        Occasion occasion,
        Instant at,
        @Nullable String traceparent,
        @Nullable String reportId,
        ReportCard news,
        Details details) {
    public Heard {
        details.known().stream()
                .filter(detail -> !occasion.tells(detail))
                .findAny()
                .ifPresent(detail -> {
                    throw new IllegalArgumentException(occasion.word() + " does not tell " + detail.word());
                });
    }
}
