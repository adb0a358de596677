package io.twingrid.escalation.domain.care;

import java.util.Locale;

/** Where a care task stands. */
public enum CareState {
    /** Offered; nobody has claimed it. */
    OPEN,
    CLAIMED,
    PICKED_UP,
    /** The observer says that it was handed over. */
    DELIVERED,
    /** The resident's code or staff say so, too. */
    CONFIRMED,
    /** The centre sent somebody itself. */
    SETTLED,
    CANCELLED;

    /** The state as clients read and write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing happens to it any more. */
    public boolean isOver() {
        return this == CONFIRMED || this == SETTLED || this == CANCELLED;
    }
}
