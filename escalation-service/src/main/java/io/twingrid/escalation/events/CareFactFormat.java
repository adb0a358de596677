package io.twingrid.escalation.events;

import io.twingrid.escalation.domain.care.CareFact;

/** How the facts of care tasks are called on {@code care-events}; their fields go out as the domain has them. */
public final class CareFactFormat {
    private CareFactFormat() {}

    /** The CloudEvents type of a fact. */
    public static String type(CareFact fact) {
        String name =
                switch (fact) {
                    case CareFact.Offered offered -> "offered";
                    case CareFact.Claimed claimed -> "claimed";
                    case CareFact.Released released -> "released";
                    case CareFact.PickedUp picked -> "picked-up";
                    case CareFact.Delivered delivered -> "delivered";
                    case CareFact.Confirmed confirmed -> "confirmed";
                    case CareFact.Unclaimed unclaimed -> "unclaimed";
                    case CareFact.Late late -> "late";
                    case CareFact.Settled settled -> "settled";
                    case CareFact.Cancelled cancelled -> "cancelled";
                };
        return "io.twingrid.care." + name + ".v1";
    }
}
