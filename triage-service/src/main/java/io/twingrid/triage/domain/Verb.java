package io.twingrid.triage.domain;

import java.util.Locale;

/** What staff can ask of a case. */
public enum Verb {
    VERIFY,
    REJECT,
    MERGE,
    UNMERGE,
    TRANSFER,
    ASSIGN,
    RESOLVE,
    ESCALATE,
    HOLD,
    RESUME,
    EXTEND,
    APPROVE_EXTENSION,
    DECLINE_EXTENSION,
    NOTE,
    CHECK,
    REWORK,
    REOPEN,
    INVALIDATE,
    CLOSE;

    /** The verb as clients read and write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
