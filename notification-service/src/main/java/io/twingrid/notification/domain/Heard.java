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
 * @param subject the report or care task whose card it belongs to, or null
 * @param news what it adds to that card
 * @param details what it says itself
 * @param patrol where an observer rides from now on, or null
 */
public record Heard(
        String cause,
        Occasion occasion,
        Instant at,
        @Nullable String traceparent,
        @Nullable String subject,
        Card news,
        Details details,
        @Nullable Patrol patrol) {
    public Heard {
        details.known().stream()
                .filter(detail -> !occasion.tells(detail))
                .findAny()
                .ifPresent(detail -> {
                    throw new IllegalArgumentException(occasion.word() + " does not tell " + detail.word());
                });
    }

    /** Something that no fact about a report, a task or an observer says. */
    public static Heard of(String cause, Occasion occasion, Instant at, Details details) {
        return new Heard(cause, occasion, at, null, null, Card.BLANK, details, null);
    }
}
