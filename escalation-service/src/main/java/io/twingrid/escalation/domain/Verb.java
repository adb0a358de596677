package io.twingrid.escalation.domain;

import java.util.Locale;

/** What staff can ask of a case. */
public enum Verb {
    DISPATCH,
    ACCEPT,
    REPORT_IN,
    DECLINE,
    URGE,
    RETURN,
    HOLD,
    RESUME,
    EXTEND,
    APPROVE_EXTENSION,
    DECLINE_EXTENSION,
    RESOLVE,
    NOTE;

    /** The verb as clients read and write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
