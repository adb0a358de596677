package io.twingrid.escalation.domain.care;

/** What is brought. */
public enum CareKind {
    MEDICINE,
    MEAL,
    GROCERIES,
    OTHER
}
