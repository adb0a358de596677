package io.twingrid.points.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.chassis.fact.UnreadableFactException;
import io.twingrid.points.Credits;
import io.twingrid.points.domain.UnknownCategoryException;
import reactor.core.publisher.Mono;

/** What points listen to. */
public final class PointsRoutes {
    private PointsRoutes() {}

    /** On {@code report-events}: what is resolved earns points, what is invalidated loses them. */
    public static FactRoutes<Mono<?>> ofReports(Credits credits) {
        return FactRoutes.<Mono<?>>table()
                .on(
                        "io.twingrid.report.resolved.v1",
                        ReportResolved.class,
                        (fact, resolved) -> credit(credits, resolved))
                .on(
                        "io.twingrid.report.invalidated.v1",
                        ReportInvalidated.class,
                        (fact, invalidated) -> credits.reverseResolution(invalidated.reportId(), invalidated.at()))
                .done();
    }

    /** On {@code care-events}: who brought what was needed is thanked. */
    public static FactRoutes<Mono<?>> ofCare(Credits credits) {
        return FactRoutes.<Mono<?>>table()
                .on(
                        "io.twingrid.care.confirmed.v1",
                        CareConfirmed.class,
                        (fact, care) -> credits.creditCare(care.taskId(), care.observerId(), care.points(), care.at()))
                .done();
    }

    private static Mono<?> credit(Credits credits, ReportResolved resolved) {
        return Mono.justOrEmpty(resolved.byAnObserver())
                .flatMap(credits::creditResolution)
                // Waiting does not bring the category: park the fact, so that it can be sent again after the catalogue
                // is mended.
                .onErrorMap(
                        UnknownCategoryException.class,
                        e -> new UnreadableFactException("what it earns is not known: " + e.getMessage(), e));
    }
}
