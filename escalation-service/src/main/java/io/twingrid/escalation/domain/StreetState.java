package io.twingrid.escalation.domain;

import java.util.Locale;

/** Where a case stands at the street. */
public enum StreetState {
    /** At the centre: it came from the community, or a department declined it. */
    RECEIVED,
    /** With a department that has not answered yet. */
    DISPATCHED,
    /** A department has taken it on. */
    ACCEPTED,
    /** 挂账: it cannot be solved now; its clocks stand still until it is resumed, at the review date at the latest. */
    ON_HOLD,
    /** Given back to the community, which owns it now. */
    RETURNED,
    /** Done; the community's check may send it back. */
    RESOLVED;

    /** The state as clients read and write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
