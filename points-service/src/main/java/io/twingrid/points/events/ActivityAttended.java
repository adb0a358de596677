package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What is used of our own {@code attended}. */
record ActivityAttended(String observerId, Instant at, String activityId, long points) {
    ActivityAttended {
        requireNonNull(observerId, "observerId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(activityId, "activityId is missing");
    }
}
