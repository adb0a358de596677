package io.twingrid.chassis.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The calendar of {@link WorkingCalendarTest}, minute by minute: too slow to be used, too simple to be wrong. */
record NaiveCalendar(ZoneId zone) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    Instant add(Instant from, Duration time) {
        Instant now = from;
        for (long left = time.toMinutes(); left > 0; now = now.plus(MINUTE)) {
            left -= isWorked(now) ? 1 : 0;
        }
        return now;
    }

    Duration between(Instant from, Instant to) {
        long worked = 0;
        for (Instant now = from; now.isBefore(to); now = now.plus(MINUTE)) {
            worked += isWorked(now) ? 1 : 0;
        }
        return Duration.ofMinutes(worked);
    }

    private boolean isWorked(Instant minute) {
        LocalDateTime local = LocalDateTime.ofInstant(minute, zone);
        LocalDate day = local.toLocalDate();
        int time = local.getHour() * 100 + local.getMinute();
        boolean morning = time >= 800 && time < 1200;
        if (day.equals(LocalDate.parse("2026-02-22"))) {
            return time >= 900 && time < 1200;
        }
        boolean holiday = day.equals(LocalDate.parse("2026-04-06"))
                || (!day.isBefore(LocalDate.parse("2026-02-16")) && !day.isAfter(LocalDate.parse("2026-02-18")));
        if (holiday || day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            return false;
        }
        int evening = day.getDayOfWeek() == DayOfWeek.FRIDAY ? 1600 : 1730;
        return morning || (time >= 1430 && time < evening);
    }
}
