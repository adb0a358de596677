package io.twingrid.notification.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.notification.domain.Heard;

/** What is listened to on {@code report-events}. */
public final class ReportRoutes {
    private ReportRoutes() {}

    /** Each fact becomes what the rules see of it. */
    public static FactRoutes<Heard> table() {
        return FactRoutes.<Heard>table()
                .on(type("submitted"), ReportFact.Submitted.class, (fact, data) -> data.heard(fact))
                .on(type("routed"), ReportFact.Routed.class, (fact, data) -> data.heard(fact))
                .on(type("verified"), ReportFact.Verified.class, (fact, data) -> data.heard(fact))
                .on(type("rejected"), ReportFact.Rejected.class, (fact, data) -> data.heard(fact))
                .on(type("assigned"), ReportFact.Assigned.class, (fact, data) -> data.heard(fact))
                .on(type("escalated"), ReportFact.Escalated.class, (fact, data) -> data.heard(fact))
                .on(type("dispatched"), ReportFact.Dispatched.class, (fact, data) -> data.heard(fact))
                .on(type("declined"), ReportFact.Declined.class, (fact, data) -> data.heard(fact))
                .on(type("returned"), ReportFact.Returned.class, (fact, data) -> data.heard(fact))
                .on(type("resolved"), ReportFact.Resolved.class, (fact, data) -> data.heard(fact))
                .on(type("closed"), ReportFact.Closed.class, (fact, data) -> data.heard(fact))
                .done();
    }

    private static String type(String name) {
        return "io.twingrid.report." + name + ".v1";
    }
}
