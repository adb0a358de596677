package io.twingrid.escalation.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a request is refused although its verb is allowed: its arguments do not fit the case. */
final class Objections {
    private Objections() {}

    /** A sentence for the person who asked, or null if nothing speaks against it. */
    static @Nullable String to(StreetCase theCase, Command command, Instant now) {
        if (!(command instanceof Command.Extend extend)) {
            return null;
        }
        Instant dueBy = theCase.running().dueBy();
        if (!now.isBefore(dueBy)) {
            return "The time is over since " + dueBy + "; more is asked for before it ends.";
        }
        return extend.until().isAfter(dueBy) ? null : "It is due at " + dueBy + " already, which is not earlier.";
    }
}
