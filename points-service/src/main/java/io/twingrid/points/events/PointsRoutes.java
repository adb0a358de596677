package io.twingrid.points.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.chassis.fact.UnreadableFactException;
import io.twingrid.points.Following;
import io.twingrid.points.Happenings;
import io.twingrid.points.domain.UnknownCategoryException;
import reactor.core.publisher.Mono;

/** What points listen to. */
public final class PointsRoutes {
    private static final String POINTS = "io.twingrid.points.";
    private static final String REPORT = "io.twingrid.report.";

    private PointsRoutes() {}

    /** On {@code report-events}: what becomes of an observer's reports is counted, and what is resolved earns points. */
    public static FactRoutes<Mono<?>> ofReports(Happenings happenings) {
        return FactRoutes.<Mono<?>>table()
                .on(REPORT + "submitted.v1", ReportSubmitted.class, (fact, it) -> submitted(happenings, it))
                .on(
                        REPORT + "routed.v1",
                        ReportRouted.class,
                        (fact, it) -> happenings.routed(it.reportId(), it.area().community()))
                .on(REPORT + "verified.v1", ReportStep.class, (fact, it) -> happenings.verified(it.reportId(), it.at()))
                .on(REPORT + "rejected.v1", ReportStep.class, (fact, it) -> happenings.rejected(it.reportId(), it.at()))
                .on(
                        REPORT + "merged.v1",
                        ReportStep.class,
                        (fact, it) -> happenings.merged(it.reportId(), fact.id(), it.at()))
                .on(
                        REPORT + "unmerged.v1",
                        ReportStep.class,
                        (fact, it) -> happenings.unmerged(it.reportId(), fact.id(), it.at()))
                .on(REPORT + "joined.v1", ReportJoined.class, (fact, it) -> joined(happenings, fact.id(), it))
                .on(
                        REPORT + "parted.v1",
                        ReportParted.class,
                        (fact, it) -> happenings.parted(it.reportId(), fact.id(), it.from(), it.at()))
                .on(REPORT + "resolved.v1", ReportResolved.class, (fact, it) -> resolved(happenings, it))
                .on(
                        REPORT + "invalidated.v1",
                        ReportStep.class,
                        (fact, it) -> happenings.invalidated(it.reportId(), it.at()))
                .done();
    }

    /** On {@code care-events}: who brought what was needed is thanked. */
    public static FactRoutes<Mono<?>> ofCare(Happenings happenings) {
        return FactRoutes.<Mono<?>>table()
                .on(
                        "io.twingrid.care.confirmed.v1",
                        CareConfirmed.class,
                        (fact, care) -> happenings.cared(care.taskId(), care.observerId(), care.points(), care.at()))
                .done();
    }

    /** On our own {@code points-events}: the standings follow, and who was at an activity is credited. */
    public static FactRoutes<Mono<?>> ofPoints(Following following, Happenings happenings) {
        return FactRoutes.<Mono<?>>table()
                .on(
                        POINTS + "credited.v1",
                        AccountMoved.class,
                        (fact, it) -> following.follow(it.observerId(), it.seq()))
                .on(
                        POINTS + "reversed.v1",
                        AccountMoved.class,
                        (fact, it) -> following.follow(it.observerId(), it.seq()))
                .on(
                        POINTS + "adjusted.v1",
                        AccountMoved.class,
                        (fact, it) -> following.follow(it.observerId(), it.seq()))
                .on(
                        POINTS + "attended.v1",
                        ActivityAttended.class,
                        (fact, it) -> happenings.attended(it.activityId(), it.observerId(), it.points(), it.at()))
                .done();
    }

    private static Mono<?> submitted(Happenings happenings, ReportSubmitted report) {
        return Mono.justOrEmpty(report.reporter())
                .filter(Reporter::observer)
                .flatMap(by -> happenings.submitted(report.reportId(), by.id(), report.handledOnSpot(), report.at()));
    }

    /** Who is no observer earns nothing by following. */
    private static Mono<?> joined(Happenings happenings, String factId, ReportJoined joined) {
        return Mono.justOrEmpty(joined.reporter())
                .filter(Reporter::observer)
                .flatMap(by -> happenings.joined(joined.reportId(), factId, joined.from(), by.id()));
    }

    private static Mono<?> resolved(Happenings happenings, ReportResolved report) {
        return happenings
                .resolved(report.toResolution())
                // Waiting does not bring the category: park the fact, so that it can be sent again after the catalogue
                // is mended.
                .onErrorMap(
                        UnknownCategoryException.class,
                        e -> new UnreadableFactException("what it earns is not known: " + e.getMessage(), e));
    }
}
