package io.twingrid.escalation.domain.forward;

import java.util.Locale;

/** How far a forward has come. */
public enum ForwardState {
    /** Not delivered yet; tried again until it is. */
    WAITING,
    /** Delivered; the department has time to answer. */
    SENT,
    /** The department has not answered in time; it is reminded until it does. */
    OVERDUE,
    /** The department has it in hand. */
    ANSWERED,
    /** The case is not with the department any more. */
    ENDED;

    /** The state as clients read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
