package io.twingrid.intake.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a report has come, in the public's words. */
public enum Status {
    SUBMITTED,
    ROUTED,
    VERIFIED,
    ASSIGNED,
    ESCALATED,
    DISPATCHED,
    ON_HOLD,
    RESOLVED,
    CLOSED,
    REJECTED,
    MERGED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return switch (this) {
            case SUBMITTED, ROUTED, VERIFIED, ASSIGNED, ESCALATED, DISPATCHED, ON_HOLD -> true;
            case RESOLVED, CLOSED, REJECTED, MERGED -> false;
        };
    }

    /** As it is written in JSON and in queries. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Status> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
