package io.twingrid.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a report's public story. It names no person.
 *
 * @param type the fact's short name
 * @param level whose step it was, COMMUNITY or STREET, or null where that says nothing
 * @param department that the step concerns, or null
 * @param coDepartments that it concerns besides, or null if there is none
 * @param note public words of whoever made the step, or null
 * @param status where the report stands after the step, or null if that has not changed
 */
public record TimelineEntry(
        Instant at,
        String type,
        @Nullable String level,
        @Nullable String department,
        @Nullable List<String> coDepartments,
        @Nullable String note,
        @Nullable Status status) {
    /** A step that concerns no department. */
    public static TimelineEntry of(
            Instant at, String type, @Nullable String level, @Nullable String note, @Nullable Status status) {
        return new TimelineEntry(at, type, level, null, null, note, status);
    }

    boolean concerns(String some) {
        return some.equals(department) || (coDepartments != null && coDepartments.contains(some));
    }

    /** The same step, after which the report stands where {@code after} says. */
    public TimelineEntry leadingTo(Status after) {
        return new TimelineEntry(at, type, level, department, coDepartments, note, after);
    }
}
