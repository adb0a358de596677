package io.twingrid.chassis.change;

import org.jspecify.annotations.Nullable;

/**
 * How an aggregate stands after somebody asked it for a change.
 *
 * @param aggregate as it is in the store now
 * @param version of {@code aggregate}; grows by one with every change
 * @param kind whether it changed
 * @param reason why it was refused, else null
 */
public record Result<A>(
        A aggregate, long version, Kind kind, @Nullable String reason) {

    /** What came of it. */
    public enum Kind {
        CHANGED,
        UNCHANGED,
        REFUSED
    }
}
