package io.twingrid.chassis.time;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When people work in an ordinary week.
 *
 * @param days working hours of each day, in order; a day that is not named is free
 * @param makeUp working hours of a make-up day (调休), whatever day of the week it falls on; if absent, Monday's
 */
public record WorkingWeek(
        Map<DayOfWeek, List<Hours>> days, @Nullable List<Hours> makeUp) {
    public WorkingWeek {
        requireNonNull(days, "days of the week are missing");
        Map<DayOfWeek, List<Hours>> checked = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, hours) -> checked.put(day, Hours.inOrder(requireNonNull(hours, () -> "hours of " + day))));
        if (checked.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a week without working hours: nothing would ever be due");
        }
        days = Map.copyOf(checked);
        makeUp = makeUp == null ? days.getOrDefault(DayOfWeek.MONDAY, List.of()) : Hours.inOrder(makeUp);
    }

    List<Hours> ordinary(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    List<Hours> makeUpHours() {
        return requireNonNull(makeUp);
    }
}
