package io.twingrid.escalation.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Day and night: a day to resolve, four hours to dispatch, two to report in; urged at the end, four hours later and not again. */
final class SampleDeadlines implements Deadlines {
    static final Duration DISPATCH = Duration.ofHours(4);
    static final Duration REPORT_IN = Duration.ofHours(2);
    static final Duration AGAIN = Duration.ofHours(4);

    @Override
    public Instant dispatchBy(Report report, Instant from) {
        return from.plus(DISPATCH);
    }

    @Override
    public Instant reportInBy(Report report, Instant from) {
        return from.plus(REPORT_IN);
    }

    @Override
    public Instant resolveBy(Report report, String department, Instant from) {
        return from.plus(SampleCases.LIMIT);
    }

    @Override
    public Instant answerBy(Report report, String department, Instant from) {
        return from.plus(DISPATCH);
    }

    @Override
    public @Nullable Instant urgeAt(Report report, @Nullable String department, Instant dueBy, int level) {
        return level > 1 ? null : dueBy.plus(AGAIN);
    }

    @Override
    public Duration samePressWithin() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Instant putOff(
            Report report, @Nullable String department, Instant dueBy, Instant heldAt, Instant resumedAt) {
        return dueBy.isAfter(heldAt) ? resumedAt.plus(Duration.between(heldAt, dueBy)) : dueBy;
    }

    @Override
    public int mostDeclines() {
        return 3;
    }
}
