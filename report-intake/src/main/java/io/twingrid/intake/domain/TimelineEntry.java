package io.twingrid.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a report's public story. It names no person.
 *
 * @param type the fact's short name
 * @param level whose step it was, COMMUNITY or STREET, or null where that says nothing
 * @param department that the step concerns, or null
 * @param note public words of whoever made the step, or null
 * @param status where the report stands after the step, or null if that has not changed
 */
public record TimelineEntry(
        Instant at,
        String type,
        @Nullable String level,
        @Nullable String department,
        @Nullable String note,
        @Nullable Status status) {
    /** The same step, after which the report stands where {@code after} says. */
    public TimelineEntry leadingTo(Status after) {
        return new TimelineEntry(at, type, level, department, note, after);
    }
}
