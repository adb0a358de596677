package io.twingrid.points.store;

import io.twingrid.points.domain.ActivityFact.Attended;
import io.twingrid.points.domain.ObserverFact.Appointed;
import io.twingrid.points.domain.ObserverFact.Moved;
import io.twingrid.points.domain.ObserverFact.Revoked;
import io.twingrid.points.domain.ObserverFact.Suspended;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.PointsFact.Adjusted;
import io.twingrid.points.domain.PointsFact.Credited;
import io.twingrid.points.domain.PointsFact.Expired;
import io.twingrid.points.domain.PointsFact.Expiring;
import io.twingrid.points.domain.PointsFact.Redeemed;
import io.twingrid.points.domain.PointsFact.Refunded;
import io.twingrid.points.domain.PointsFact.Reversed;

/** The CloudEvents type of each fact that this service tells. */
final class FactTypes {
    private FactTypes() {}

    static String typeOf(PointsFact fact) {
        return "io.twingrid.points." + nameOf(fact) + ".v1";
    }

    private static String nameOf(PointsFact fact) {
        return switch (fact) {
            case Credited credited -> "credited";
            case Reversed reversed -> "reversed";
            case Adjusted adjusted -> "adjusted";
            case Redeemed redeemed -> "redeemed";
            case Refunded refunded -> "refunded";
            case Expired expired -> "expired";
            case Expiring expiring -> "expiring";
            case Appointed appointed -> "appointed";
            case Suspended suspended -> "suspended";
            case Revoked revoked -> "revoked";
            case Moved moved -> "moved";
            case Attended attended -> "attended";
        };
    }
}
