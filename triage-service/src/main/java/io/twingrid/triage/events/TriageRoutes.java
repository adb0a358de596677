package io.twingrid.triage.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.triage.CommunityDesk;
import reactor.core.publisher.Mono;

/** What the desk listens to: new reports, what the street did with those that went up, what reporters say of the outcome. */
public final class TriageRoutes {
    private TriageRoutes() {}

    public static FactRoutes<Mono<?>> to(CommunityDesk desk) {
        return FactRoutes.<Mono<?>>table()
                .on(
                        "io.twingrid.report.submitted.v1",
                        ReportSubmitted.class,
                        (fact, report) -> desk.open(fact.id(), report.reportId(), report.report()))
                .on(
                        "io.twingrid.report.dispatched.v1",
                        StreetDispatched.class,
                        (fact, to) -> desk.hear(fact.id(), to.reportId(), to.news()))
                .on(
                        "io.twingrid.report.returned.v1",
                        StreetReturned.class,
                        (fact, back) -> desk.hear(fact.id(), back.reportId(), back.news()))
                .on(
                        "io.twingrid.report.resolved.v1",
                        ReportResolved.class,
                        (fact, done) ->
                                done.isByStreet() ? desk.hear(fact.id(), done.reportId(), done.news()) : Mono.empty())
                .on(
                        "io.twingrid.report.feedback-given.v1",
                        FeedbackGiven.class,
                        (fact, feedback) -> desk.hear(fact.id(), feedback.reportId(), feedback.news()))
                .done();
    }
}
