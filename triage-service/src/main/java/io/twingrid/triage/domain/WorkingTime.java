package io.twingrid.triage.domain;

import java.time.Duration;
import java.time.Instant;

/** How working time passes: not at night, not on holidays. */
public interface WorkingTime {

    /** The earliest moment at which so much working time has passed since {@code from}. */
    Instant add(Instant from, Duration time);

    /** How much working time passes from one moment to another; negative if {@code to} comes first. */
    Duration between(Instant from, Instant to);
}
