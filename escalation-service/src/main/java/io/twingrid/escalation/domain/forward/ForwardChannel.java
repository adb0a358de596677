package io.twingrid.escalation.domain.forward;

/** By what a dispatch is passed on. */
public enum ForwardChannel {
    EMAIL,
    WEBHOOK,
    /** Open311 GeoReport v2; the only one that can be asked what has become of it. */
    OPEN311
}
