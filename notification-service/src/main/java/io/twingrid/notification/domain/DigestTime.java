package io.twingrid.notification.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When what is not urgent is sent to those who want it once a day.
 *
 * @param at the town's time of day
 * @param zone the town's clock
 */
public record DigestTime(LocalTime at, ZoneId zone) {

    /** The next time, later than {@code now}. */
    public Instant after(Instant now) {
        ZonedDateTime today = now.atZone(zone).with(at);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
