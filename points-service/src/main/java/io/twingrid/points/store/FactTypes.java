package io.twingrid.points.store;

import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.PointsFact.Adjusted;
import io.twingrid.points.domain.PointsFact.Credited;
import io.twingrid.points.domain.PointsFact.Expired;
import io.twingrid.points.domain.PointsFact.Expiring;
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
            case Expired expired -> "expired";
            case Expiring expiring -> "expiring";
        };
    }
}
