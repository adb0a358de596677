package io.twingrid.escalation.domain.forward;

import io.twingrid.escalation.domain.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a department is told of a dispatch. Not who reported it.
 *
 * @param id of the forward: the same over every try, so that a repeat is known
 * @param dueBy by when it is to be resolved; null if nothing is awaited at the moment
 * @param reminders how often it was reminded of, this time included; 0 the first time
 */
public record Letter(
        String id,
        String reportId,
        String department,
        Report report,
        @Nullable Instant dueBy,
        int reminders) {
    /** Whether it was sent before and not answered. */
    public boolean isReminder() {
        return reminders > 0;
    }
}
