package io.twingrid.triage.domain;

/** How much a matter presses. */
public enum Priority {
    NORMAL,
    HIGH,
    URGENT
}
