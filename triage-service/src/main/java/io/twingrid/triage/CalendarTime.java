package io.twingrid.triage;

import io.twingrid.chassis.time.TimeMeasure;
import io.twingrid.triage.domain.WorkingTime;
import java.time.Duration;
import java.time.Instant;

/** The town's calendar as the domain knows it. */
record CalendarTime(TimeMeasure calendar) implements WorkingTime {
    @Override
    public Instant add(Instant from, Duration time) {
        return calendar.add(from, time);
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return calendar.between(from, to);
    }
}
