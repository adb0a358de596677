package io.twingrid.triage.domain;

import java.util.Locale;

/** What a member of staff is, as far as the community's desk cares. */
public enum Role {
    GRID_WORKER,
    COMMUNITY_LEAD,
    /** Sees the cases of the street's communities; what goes up is the sorting centre's affair. */
    STREET_COORDINATOR,
    ADMIN;

    /** The role as a token names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
