package io.twingrid.escalation.domain.forward;

import java.time.Duration;

/**
 * How patient forwarding is.
 *
 * @param lease how long who has taken a forward up may work on it; then another may
 * @param firstRetry pause after the first failure; each further one doubles it
 * @param longestRetry the longest pause
 * @param askEvery pause between two questions what has become of it
 */
public record ForwardRules(Duration lease, Duration firstRetry, Duration longestRetry, Duration askEvery) {
    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures in a row, 1 or more. */
    Duration pauseAfter(int failures) {
        Duration pause = firstRetry.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
    }
}
