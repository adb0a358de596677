package io.twingrid.escalation.events;

import io.twingrid.escalation.domain.StreetFact;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The CloudEvents types of the street's facts. */
enum StreetFactType {
    DISPATCHED("dispatched"),
    ACCEPTED("accepted"),
    REPORTED_IN("reported-in"),
    DECLINED("declined"),
    ASSIGNED("assigned"),
    URGED("urged"),
    RETURNED("returned"),
    HELD("held"),
    RESUMED("resumed"),
    EXTENSION_REQUESTED("extension-requested"),
    EXTENSION_DECLINED("extension-declined"),
    EXTENDED("extended"),
    NOTED("noted"),
    RESOLVED("resolved");

    private final String type;

    StreetFactType(String name) {
        this.type = "io.twingrid.report." + name + ".v1";
    }

    String type() {
        return type;
    }

    /** Null if it is none of the street's. */
    static @Nullable StreetFactType of(String type) {
        return Arrays.stream(values())
                .filter(one -> one.type.equals(type))
                .findFirst()
                .orElse(null);
    }

    static StreetFactType of(StreetFact fact) {
        return switch (fact) {
            case StreetFact.Dispatched dispatched -> DISPATCHED;
            case StreetFact.Accepted accepted -> ACCEPTED;
            case StreetFact.ReportedIn there -> REPORTED_IN;
            case StreetFact.Declined declined -> DECLINED;
            case StreetFact.Assigned assigned -> ASSIGNED;
            case StreetFact.Urged urged -> URGED;
            case StreetFact.Returned returned -> RETURNED;
            case StreetFact.Held held -> HELD;
            case StreetFact.Resumed resumed -> RESUMED;
            case StreetFact.ExtensionRequested asked -> EXTENSION_REQUESTED;
            case StreetFact.ExtensionDeclined no -> EXTENSION_DECLINED;
            case StreetFact.Extended extended -> EXTENDED;
            case StreetFact.Noted noted -> NOTED;
            case StreetFact.Resolved resolved -> RESOLVED;
        };
    }
}
