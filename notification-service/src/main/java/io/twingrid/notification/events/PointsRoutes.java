package io.twingrid.notification.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;

/** What is listened to on {@code points-events}. */
public final class PointsRoutes {
    private PointsRoutes() {}

    /** Each fact becomes what the rules see of it. */
    public static FactRoutes<Heard> table() {
        return FactRoutes.<Heard>table()
                .on(type("credited"), PointsFact.class, (fact, data) -> data.heard(fact, Occasion.CREDITED))
                .on(type("reversed"), PointsFact.class, (fact, data) -> data.heard(fact, Occasion.REVERSED))
                .done();
    }

    private static String type(String name) {
        return "io.twingrid.points." + name + ".v1";
    }
}
