package io.twingrid.triage.domain;

import java.time.Instant;

/** A place in the list of cases, which runs from the report submitted last to the one submitted first. */
public record CasePosition(Instant submittedAt, String id) {
    public static CasePosition of(CommunityCase theCase) {
        return new CasePosition(theCase.report().submittedAt(), theCase.id());
    }
}
