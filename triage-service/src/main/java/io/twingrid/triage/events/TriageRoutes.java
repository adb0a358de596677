package io.twingrid.triage.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.triage.CommunityDesk;
import reactor.core.publisher.Mono;

/**
 * What the desk listens to: new reports, what the street did with those that went up, what people say of them, and, of
 * our own facts, those about one case that concern another.
 */
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
                .on(
                        "io.twingrid.report.supported.v1",
                        ReportSupported.class,
                        (fact, too) -> desk.hear(fact.id(), too.reportId(), too.news()))
                .on(
                        "io.twingrid.report.merged.v1",
                        CaseMerged.class,
                        (fact, merged) -> desk.hearOfAnother(fact.id(), merged.into(), merged.news()))
                .on(
                        "io.twingrid.report.unmerged.v1",
                        CaseUnmerged.class,
                        (fact, again) -> desk.hearOfAnother(fact.id(), again.from(), again.news()))
                .done();
    }
}
