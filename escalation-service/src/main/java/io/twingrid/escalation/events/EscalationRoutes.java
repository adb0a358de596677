package io.twingrid.escalation.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.escalation.Forwards;
import io.twingrid.escalation.SortingCentre;
import reactor.core.publisher.Mono;

/**
 * What the centre listens to: the community's and the reporter's facts that concern it, and its own, which are counted and
 * forwarded. Facts about reports that never came up to the street change nothing here.
 */
public final class EscalationRoutes {
    static final String OURS = "/escalation-service";
    static final String ESCALATED = "io.twingrid.report.escalated.v1";
    static final String REWORK_REQUESTED = "io.twingrid.report.rework-requested.v1";
    static final String REOPENED = "io.twingrid.report.reopened.v1";
    static final String FEEDBACK_GIVEN = "io.twingrid.report.feedback-given.v1";
    static final String FORWARDED = "io.twingrid.report.forwarded.v1";

    private EscalationRoutes() {}

    public static FactRoutes<Mono<?>> to(SortingCentre centre, Forwards forwards) {
        FactRoutes.Table<Mono<?>> table = FactRoutes.<Mono<?>>table()
                .on(
                        ESCALATED,
                        EscalatedData.class,
                        (fact, up) -> centre.receive(fact.id(), up.reportId(), up.report(), up.escalation()))
                .on(REWORK_REQUESTED, ComeBackData.class, (fact, back) -> takenBack(centre, fact, back, "rework"))
                .on(REOPENED, ComeBackData.class, (fact, back) -> takenBack(centre, fact, back, "reopen"))
                .on(
                        FEEDBACK_GIVEN,
                        FeedbackData.class,
                        (fact, said) -> centre.judged(fact.id(), said.reportId(), said.resolved(), said.line()));
        table.on(FORWARDED, ForwardedData.class, (fact, sent) -> forwards.retold(sent.toFact()));
        for (StreetFactType type : StreetFactType.values()) {
            table.on(type.type(), OwnFactData.class, (fact, own) -> heard(centre, type, fact, own));
        }
        return table.done();
    }

    /** What the community resolved comes back to the community. */
    private static Mono<?> takenBack(SortingCentre centre, Fact fact, ComeBackData back, String verb) {
        return back.isStreets() ? centre.takeBack(fact.id(), back.reportId(), back.as(verb)) : Mono.empty();
    }

    private static Mono<?> heard(SortingCentre centre, StreetFactType type, Fact fact, OwnFactData own) {
        return fact.source().equals(OURS)
                ? centre.hear(fact.id(), own.id(), theCase -> own.toFact(type, theCase.report()))
                : Mono.empty();
    }
}
