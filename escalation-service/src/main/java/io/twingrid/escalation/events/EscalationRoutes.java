package io.twingrid.escalation.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.escalation.SortingCentre;
import reactor.core.publisher.Mono;

/**
 * What the centre listens to: the community's facts that concern it, and its own, which rebuild a store that was lost. Facts
 * about reports that never came up to the street change nothing here.
 */
public final class EscalationRoutes {
    private static final String OURS = "/escalation-service";

    private EscalationRoutes() {}

    public static FactRoutes<Mono<?>> to(SortingCentre centre) {
        FactRoutes.Table<Mono<?>> table = FactRoutes.<Mono<?>>table()
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
                        (fact, back) -> centre.takeBack(fact.id(), back.reportId(), back.as("reopen")));
        for (StreetFactType type : StreetFactType.values()) {
            table.on(type.type(), OwnFactData.class, (fact, own) -> heard(centre, type, fact, own));
        }
        return table.done();
    }

    private static Mono<?> heard(SortingCentre centre, StreetFactType type, Fact fact, OwnFactData own) {
        return fact.source().equals(OURS)
                ? centre.hear(fact.id(), own.id(), theCase -> own.toFact(type, theCase.report()))
                : Mono.empty();
    }
}
