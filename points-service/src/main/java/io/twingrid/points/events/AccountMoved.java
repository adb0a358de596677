package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

/** What is used of our own {@code credited}, {@code reversed} and {@code adjusted}: whose account it is, and which entry. */
record AccountMoved(String observerId, long seq) {
    AccountMoved {
        requireNonNull(observerId, "observerId is missing");
    }
}
