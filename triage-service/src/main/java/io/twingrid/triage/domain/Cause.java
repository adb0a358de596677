package io.twingrid.triage.domain;

/** Why a case goes up to the street. */
public enum Cause {
    /** The community has not the means. */
    CANNOT_SOLVE,
    /** The community's time has run out. */
    OVERDUE,
    /** Matters of this category are the street's from the beginning. */
    CATEGORY
}
