package io.twingrid.triage.domain;

import java.time.Duration;

/**
 * When two reports of one category may be of the same matter.
 *
 * @param metres how far apart they are at most, 1 to 1000
 * @param within how long after the earlier one the later one was submitted at most
 */
public record Resemblance(int metres, Duration within) {
    private static final int FARTHEST = 1000;

    public Resemblance {
        check(metres, within);
    }

    /**
     * Makes sure that these can be the bounds.
     *
     * @throws IllegalArgumentException if they cannot
     */
    public static void check(int metres, Duration within) {
        if (metres < 1 || metres > FARTHEST || !within.isPositive()) {
            throw new IllegalArgumentException("possible duplicates are 1 to " + FARTHEST
                    + " metres apart and some time; these are " + metres + " metres and " + within);
        }
    }
}
