package io.twingrid.escalation.domain.forward;

import org.jspecify.annotations.Nullable;

/**
 * What a department's own system says of a case.
 *
 * @param reference under which it knows it
 * @param isClosed whether it is done with it, for good or ill
 * @param notes its own words, if any
 */
public record Remote(
        String reference, boolean isClosed, @Nullable String notes) {
    /** All of it in a line, to know whether it says anything new. */
    public String said() {
        return (isClosed ? "closed" : "open") + (notes == null ? "" : ": " + notes);
    }
}
