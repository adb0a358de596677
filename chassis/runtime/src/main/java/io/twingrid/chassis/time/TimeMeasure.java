package io.twingrid.chassis.time;

import java.time.Duration;
import java.time.Instant;

/** A way to count time: as it passes, or only while people work. */
public interface TimeMeasure {
    /** Time as it passes, day and night. */
    TimeMeasure NATURAL = new TimeMeasure() {
        @Override
        public Instant add(Instant from, Duration time) {
            return from.plus(notNegative(time));
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }
    };

    /**
     * The earliest moment at which {@code time} has passed since {@code from}.
     *
     * @throws IllegalArgumentException if {@code time} is negative
     */
    Instant add(Instant from, Duration time);

    /** How much time passes from one moment to another; negative if {@code to} comes first. */
    Duration between(Instant from, Instant to);

    /**
     * The same time.
     *
     * @throws IllegalArgumentException if {@code time} is negative
     */
    static Duration notNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time runs forward only: " + time);
        }
        return time;
    }
}
