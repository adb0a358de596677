package io.twingrid.notification.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;

/** What is listened to on {@code points-events}, and what a fact of each type must say to be of use. */
public final class PointsRoutes {
    private final FactRoutes.Table<Heard> table = FactRoutes.table();

    private PointsRoutes() {}

    /** Each fact becomes what the rules see of it. */
    public static FactRoutes<Heard> table() {
        return new PointsRoutes()
                .on(Occasion.CREDITED, Detail.AMOUNT, Detail.BALANCE)
                .on(Occasion.REVERSED, Detail.AMOUNT, Detail.BALANCE)
                .on(Occasion.ADJUSTED, Detail.AMOUNT, Detail.BALANCE)
                .on(Occasion.EXPIRED, Detail.AMOUNT, Detail.BALANCE)
                .on(Occasion.EXPIRING, Detail.POINTS, Detail.ON)
                .on(Occasion.REDEEMED, Detail.AMOUNT, Detail.BALANCE)
                .on(Occasion.REFUNDED, Detail.AMOUNT, Detail.BALANCE)
                .on(Occasion.APPOINTED, Detail.CREDENTIAL)
                .on(Occasion.SUSPENDED)
                .on(Occasion.REVOKED)
                .on(Occasion.MOVED)
                .table
                .done();
    }

    private PointsRoutes on(Occasion occasion, Detail... needed) {
        table.on(
                "io.twingrid.points." + occasion.word() + ".v1",
                PointsFact.class,
                (fact, data) -> Needed.in(data.heard(fact, occasion), needed));
        return this;
    }
}
