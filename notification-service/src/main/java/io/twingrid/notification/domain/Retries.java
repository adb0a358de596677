package io.twingrid.notification.domain;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after each failure in a row. When all pauses are used up, the target is not called any more.
 *
 * @param pauses the first, the second … each varied by a tenth, so that many who failed together do not come together
 */
public record Retries(List<Duration> pauses) {
    private static final double VARIED_BY = 0.1;

    public Retries {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty() || pauses.stream().anyMatch(pause -> !pause.isPositive())) {
            throw new IllegalArgumentException("retries must be a list of durations longer than nothing: " + pauses);
        }
    }

    /** Failures in a row that are followed by another try. */
    int most() {
        return pauses.size();
    }

    /** The pause after so many failures in a row, from 1. */
    Duration pause(int failures) {
        long millis = pauses.get(failures - 1).toMillis();
        double varied =
                millis * (1 + VARIED_BY * (2 * ThreadLocalRandom.current().nextDouble() - 1));
        return Duration.ofMillis(Math.round(varied));
    }
}
