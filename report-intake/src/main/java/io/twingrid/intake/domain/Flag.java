package io.twingrid.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something about a report that staff should know before they act on it.
 *
 * @param about id of the other report that it concerns, or null
 */
public record Flag(String code, @Nullable String about) {
    /** The place is not inside the town's streets. */
    public static final Flag OUTSIDE_AREA = new Flag("outside-area", null);
}
