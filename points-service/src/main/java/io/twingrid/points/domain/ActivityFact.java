package io.twingrid.points.domain;

import java.time.Instant;

/** What happened at an activity; told on {@code points-events} under the observer's id. */
public sealed interface ActivityFact extends PointsFact {

    /**
     * An observer was there.
     *
     * @param points what it earns him, 0 or more
     * @param by who noted it: a person's id, or {@code code}
     */
    record Attended(String observerId, Instant at, String activityId, long points, String by) implements ActivityFact {}
}
