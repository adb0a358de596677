package io.twingrid.triage.domain;

/** At which of the two levels a matter is decided or was settled. */
public enum Level {
    COMMUNITY,
    STREET
}
