package io.twingrid.escalation.domain;

/** What somebody is to a case at the moment. */
public enum Standing {
    /** Coordinates the street in which it was seen. */
    CENTRE,
    /** Works for the department that leads. */
    LEADING,
    /** Works for a department that joins in. */
    JOINING,
    /** Works for the department that declined it last. */
    DECLINED
}
