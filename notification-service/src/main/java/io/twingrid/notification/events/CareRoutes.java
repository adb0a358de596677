package io.twingrid.notification.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;

/** What is listened to on {@code care-events}, and what a fact of each type must say to be of use. */
public final class CareRoutes {
    private static final String PREFIX = "care-";

    private final FactRoutes.Table<Heard> table = FactRoutes.table();

    private CareRoutes() {}

    /** Each fact becomes what the rules see of it. */
    public static FactRoutes<Heard> table() {
        return new CareRoutes()
                .on(Occasion.CARE_OFFERED, Detail.MAKER, Detail.KIND, Detail.GRID, Detail.DUE_BY)
                .on(Occasion.CARE_CLAIMED, Detail.OBSERVER)
                .on(Occasion.CARE_RELEASED, Detail.GRID)
                .on(Occasion.CARE_PICKED_UP)
                .on(Occasion.CARE_DELIVERED)
                .on(Occasion.CARE_CONFIRMED, Detail.OBSERVER)
                .on(Occasion.CARE_UNCLAIMED, Detail.MAKER)
                .on(Occasion.CARE_LATE, Detail.MAKER, Detail.OBSERVER)
                .on(Occasion.CARE_SETTLED)
                .on(Occasion.CARE_CANCELLED)
                .table
                .done();
    }

    private CareRoutes on(Occasion occasion, Detail... needed) {
        table.on(
                "io.twingrid.care." + occasion.word().substring(PREFIX.length()) + ".v1",
                CareFact.class,
                (fact, data) -> Needed.in(data.heard(fact, occasion), needed));
        return this;
    }
}
