package io.twingrid.escalation.domain;

/** How much of its time a case has used up. */
public enum Light {
    GREEN,
    YELLOW,
    RED
}
