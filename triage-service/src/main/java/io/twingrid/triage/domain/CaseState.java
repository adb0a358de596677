package io.twingrid.triage.domain;

import java.util.Locale;

/** Where a case stands with the community. */
public enum CaseState {
    /** On the desk of the community in whose area it is; nobody has looked yet. */
    ROUTED,
    /** It is true and ours (立案). */
    VERIFIED,
    /** Somebody handles it. */
    ASSIGNED,
    /** The street owns it, until it is resolved there or given back. */
    ESCALATED,
    /** Done, here or at the street (办结). */
    RESOLVED,
    /** Done, and looked at. */
    CLOSED,
    /** Not taken on (不予受理). */
    REJECTED;

    /** The state as clients read and write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
