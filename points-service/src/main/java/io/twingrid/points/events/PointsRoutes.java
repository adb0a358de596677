package io.twingrid.points.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.chassis.fact.UnreadableFactException;
import io.twingrid.points.Ledger;
import io.twingrid.points.domain.UnknownCategoryException;
import reactor.core.publisher.Mono;

/** What the ledger listens to on {@code report-events}. */
public final class PointsRoutes {
    private PointsRoutes() {}

    /** The table whose handlers add to {@code ledger}. */
    public static FactRoutes<Mono<?>> into(Ledger ledger) {
        return FactRoutes.<Mono<?>>table()
                .on(
                        "io.twingrid.report.resolved.v1",
                        ReportResolved.class,
                        (fact, resolved) -> credit(ledger, resolved))
                .on(
                        "io.twingrid.report.invalidated.v1",
                        ReportInvalidated.class,
                        (fact, invalidated) -> ledger.reverseResolution(invalidated.reportId(), invalidated.at()))
                .done();
    }

    private static Mono<?> credit(Ledger ledger, ReportResolved resolved) {
        return Mono.justOrEmpty(resolved.byAnObserver())
                .flatMap(ledger::creditResolution)
                // Waiting does not bring the category: park the fact, so that it can be sent again after the catalogue
                // is mended.
                .onErrorMap(
                        UnknownCategoryException.class,
                        e -> new UnreadableFactException("what it earns is not known: " + e.getMessage(), e));
    }
}
