package io.twingrid.notification.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Occasion;

/** What is listened to on {@code report-events}, and what a fact of each type must say to be of use. */
public final class ReportRoutes {
    private final FactRoutes.Table<Heard> table = FactRoutes.table();

    private ReportRoutes() {}

    /** Each fact becomes what the rules see of it. */
    public static FactRoutes<Heard> table() {
        return new ReportRoutes()
                .on(Occasion.SUBMITTED, Detail.NUMBER, Detail.CATEGORY)
                .on(Occasion.ROUTED, Detail.COMMUNITY, Detail.PRIORITY)
                .on(Occasion.VERIFIED)
                .on(Occasion.REJECTED)
                .on(Occasion.MERGED)
                .on(Occasion.UNMERGED)
                .on(Occasion.JOINED)
                .on(Occasion.PARTED)
                .on(Occasion.TRANSFERRED)
                .on(Occasion.VERIFICATION_OVERDUE, Detail.COMMUNITY)
                .on(Occasion.ASSIGNED, Detail.LEVEL, Detail.HANDLER)
                .on(Occasion.NOTED, Detail.PUBLIC)
                .on(Occasion.HELD, Detail.LEVEL)
                .on(Occasion.RESUMED, Detail.LEVEL)
                .on(Occasion.EXTENSION_REQUESTED, Detail.LEVEL, Detail.UNTIL)
                .on(Occasion.EXTENSION_DECLINED, Detail.LEVEL)
                .on(Occasion.EXTENDED, Detail.LEVEL, Detail.UNTIL)
                .on(Occasion.ESCALATED, Detail.STREET, Detail.CAUSE)
                .on(Occasion.DISPATCHED, Detail.DEPARTMENT)
                .on(Occasion.ACCEPTED, Detail.DEPARTMENT)
                .on(Occasion.DECLINED, Detail.DEPARTMENT)
                .on(Occasion.REPORTED_IN, Detail.DEPARTMENT)
                .on(Occasion.RETURNED)
                .on(Occasion.URGED, Detail.DUE_BY)
                .on(Occasion.RESOLVED, Detail.LEVEL)
                .on(Occasion.REWORK_REQUESTED, Detail.LEVEL)
                .on(Occasion.REOPENED, Detail.LEVEL)
                .on(Occasion.INVALIDATED)
                .on(Occasion.CLOSED)
                .table
                .done();
    }

    private ReportRoutes on(Occasion occasion, Detail... needed) {
        table.on(
                "io.twingrid.report." + occasion.word() + ".v1",
                ReportFact.class,
                (fact, data) -> Needed.in(data.heard(fact, occasion), needed));
        return this;
    }
}
