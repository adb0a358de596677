package io.twingrid.escalation.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.escalation.SortingCentre;
import reactor.core.publisher.Mono;

/** What the centre listens to. Facts about reports that never came up to the street change nothing here. */
public final class EscalationRoutes {
    private EscalationRoutes() {}

    public static FactRoutes<Mono<?>> to(SortingCentre centre) {
        return FactRoutes.<Mono<?>>table()
                .on(
                        "io.twingrid.report.escalated.v1",
                        EscalatedData.class,
                        (fact, up) -> centre.receive(fact.id(), up.reportId(), up.report(), up.escalation()))
                .on(
                        "io.twingrid.report.rework-requested.v1",
                        ComeBackData.class,
                        (fact, back) -> centre.takeBack(fact.id(), back.reportId(), back.as("rework")))
                .on(
                        "io.twingrid.report.reopened.v1",
                        ComeBackData.class,
                        (fact, back) -> centre.takeBack(fact.id(), back.reportId(), back.as("reopen")))
                .done();
    }
}
