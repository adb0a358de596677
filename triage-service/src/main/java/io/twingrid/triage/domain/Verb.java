package io.twingrid.triage.domain;

import java.util.Locale;

/** What staff can ask of a case. */
public enum Verb {
    VERIFY,
    REJECT,
    ASSIGN,
    RESOLVE,
    ESCALATE,
    NOTE,
    CLOSE;

    /** The verb as clients read and write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
