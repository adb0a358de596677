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
    /** It cannot be solved now and stays visible, until its review date or until somebody goes on (挂账). */
    ON_HOLD,
    /** The street owns it, until it is resolved there or given back. */
    ESCALATED,
    /** Done, here or at the street (办结). */
    RESOLVED,
    /** Done, and looked at or left unchallenged. */
    CLOSED,
    /** Not taken on, or found to be untrue afterwards (不予受理). */
    REJECTED,
    /** An earlier case of the same matter goes on for it (并案). */
    MERGED;

    /** The state as clients read and write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return switch (this) {
            case ROUTED, VERIFIED, ASSIGNED, ON_HOLD, ESCALATED -> true;
            case RESOLVED, CLOSED, REJECTED, MERGED -> false;
        };
    }
}
