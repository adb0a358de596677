package io.twingrid.triage.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time by which something is to be done.
 *
 * @param from since when the time runs; what was late from the beginning begins at its end
 * @param by from when on it is overdue
 */
public record Due(Instant from, Instant by) {
    private static final int QUARTERS = 4;

    public Due {
        from = from.isAfter(by) ? by : from;
    }

    /** When its last quarter begins. */
    public Instant yellowFrom() {
        return by.minus(Duration.between(from, by).dividedBy(QUARTERS)).truncatedTo(ChronoUnit.MILLIS);
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(by);
    }

    Light lightAt(Instant now) {
        if (isOverAt(now)) {
            return Light.RED;
        }
        return now.isBefore(yellowFrom()) ? Light.GREEN : Light.YELLOW;
    }
}
