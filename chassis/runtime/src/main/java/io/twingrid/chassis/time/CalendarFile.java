package io.twingrid.chassis.time;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.file.BadFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A calendar as its file has it. */
record CalendarFile(
        ZoneId zone,
        WorkingWeek week,
        @Nullable List<DayRange> holidays,
        @Nullable List<DayRange> makeUpDays) {
    CalendarFile {
        requireNonNull(zone, "zone is missing");
        requireNonNull(week, "week is missing");
    }

    /** @throws BadFileException if a day stands twice; the message names the line */
    Map<LocalDate, SpecialDay> specialDays(Path file) {
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        entries(holidays).forEach(range -> put(days, range, false, file));
        entries(makeUpDays).forEach(range -> put(days, range, true, file));
        return days;
    }

    private static List<DayRange> entries(@Nullable List<DayRange> ranges) {
        return ranges == null ? List.of() : ranges;
    }

    private static void put(Map<LocalDate, SpecialDay> days, DayRange range, boolean worked, Path file) {
        range.days().forEach(day -> {
            SpecialDay before = days.put(day, new SpecialDay(range.name(), worked, range.provisional()));
            if (before != null) {
                throw new BadFileException(
                        file + ", line " + range.line() + ": " + day + " stands twice, for " + before.name() + " and "
                                + range.name(),
                        null);
            }
        });
    }
}
