package io.twingrid.notification.domain;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * Hours of every day in which nothing that can wait arrives, by the town's clock.
 *
 * @param from their first moment
 * @param until the first moment behind them; earlier than {@code from} where they go over midnight
 */
public record QuietHours(LocalTime from, LocalTime until) {
    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours must end at another time than they begin: " + from);
        }
    }

    /** {@code now} where it is not quiet, else the end of the quiet. */
    ZonedDateTime over(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        boolean overMidnight = until.isBefore(from);
        boolean quiet = overMidnight ? afterFrom || beforeUntil : afterFrom && beforeUntil;
        if (!quiet) {
            return now;
        }
        return now.with(until).plusDays(overMidnight && afterFrom ? 1 : 0);
    }
}
