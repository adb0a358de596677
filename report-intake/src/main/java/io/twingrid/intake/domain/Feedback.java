package io.twingrid.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the reporter says of the result.
 *
 * @param resolved whether it is solved
 * @param satisfaction 1 (not at all) to 5 (very), or null
 */
public record Feedback(
        boolean resolved,
        @Nullable Integer satisfaction,
        @Nullable String comment) {}
