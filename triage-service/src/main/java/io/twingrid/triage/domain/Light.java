package io.twingrid.triage.domain;

import java.util.Locale;

/** How a case stands against the time that it has. */
public enum Light {
    GREEN,
    /** The last quarter of the time runs. */
    YELLOW,
    /** The time is over. */
    RED,
    /** No clock of the community's runs: it is on hold, with the street, done or ended. */
    OFF;

    /** The light as clients read and write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
