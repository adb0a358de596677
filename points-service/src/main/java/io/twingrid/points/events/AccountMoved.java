package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

/** What is used of our own {@code credited}, {@code reversed} and {@code adjusted}: whose account it is. */
record AccountMoved(String observerId) {
    AccountMoved {
        requireNonNull(observerId, "observerId is missing");
    }
}
