package io.twingrid.triage.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How a limit in hours becomes a time of day: counted through, at night and on holidays as well. A limit of so many
 * working hours is therefore never later than it says, only stricter.
 */
public final class NaturalTime {

    /** The time {@code hours} after {@code from}. */
    public Instant after(Instant from, int hours) {
        return from.plus(Duration.ofHours(hours));
    }
}
