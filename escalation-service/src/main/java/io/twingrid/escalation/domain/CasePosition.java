package io.twingrid.escalation.domain;

import java.time.Instant;

/** A place in the list of cases, which runs from those received last to those received first. */
public record CasePosition(Instant receivedAt, String id) {
    public static CasePosition of(StreetCase theCase) {
        return new CasePosition(theCase.receivedAt(), theCase.id());
    }
}
