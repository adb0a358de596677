package io.twingrid.escalation.domain;

import java.time.Instant;

/** How long departments have. */
@FunctionalInterface
public interface Deadlines {
    /** By when a matter of this category is to be resolved, if it is dispatched at {@code from}. */
    Instant dueBy(String category, Instant from);
}
