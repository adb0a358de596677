package io.twingrid.escalation.domain;

/** How much a matter presses. */
public enum Priority {
    NORMAL,
    HIGH,
    URGENT
}
