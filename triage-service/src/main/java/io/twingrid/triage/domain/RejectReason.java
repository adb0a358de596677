package io.twingrid.triage.domain;

/** Why a report is not taken on (不予受理). The reporter reads it. */
public enum RejectReason {
    /** Somebody went there and it is not, or no longer, so. */
    NOT_FOUND,
    OUTSIDE_OUR_AREA,
    NOT_A_PUBLIC_MATTER,
    MALICIOUS,
    /** Police, fire brigade or ambulance (110, 119, 120) have been called instead. */
    EMERGENCY_REFERRED,
    /** None of these: the note says which. */
    OTHER
}
