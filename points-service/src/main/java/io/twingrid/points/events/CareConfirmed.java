package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is used of {@code confirmed} on {@code care-events}.
 *
 * @param points what was offered for the task, 0 or more
 */
record CareConfirmed(String taskId, Instant at, String observerId, long points) {
    CareConfirmed {
        requireNonNull(taskId, "taskId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(observerId, "observerId is missing");
        if (points < 0) {
            throw new IllegalArgumentException("points must not be negative: " + points);
        }
    }
}
