package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

/** Who reported it; an anonymous report has none. */
record Reporter(String id, boolean observer) {
    Reporter {
        requireNonNull(id, "reporter.id is missing");
    }
}
