package io.twingrid.escalation.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.escalation.CareDesk;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the desk of care tasks listens to: who becomes an observer, rides elsewhere, is suspended, or is none any more. */
public final class ObserverRoutes {
    private ObserverRoutes() {}

    public static FactRoutes<Mono<?>> to(CareDesk desk) {
        return FactRoutes.<Mono<?>>table()
                .on(
                        "io.twingrid.points.appointed.v1",
                        Rides.class,
                        (fact, observer) -> desk.appointed(observer.observerId(), observer.grids(), observer.at()))
                .on(
                        "io.twingrid.points.moved.v1",
                        Rides.class,
                        (fact, observer) -> desk.moved(observer.observerId(), observer.grids(), observer.at()))
                .on(
                        "io.twingrid.points.suspended.v1",
                        Ended.class,
                        (fact, observer) -> desk.ended(observer.observerId(), observer.at()))
                .on(
                        "io.twingrid.points.revoked.v1",
                        Ended.class,
                        (fact, observer) -> desk.ended(observer.observerId(), observer.at()))
                .done();
    }

    /** Somebody rides through these grids as an observer from now on. */
    record Rides(String observerId, Instant at, List<String> grids) {
        Rides {
            requireNonNull(observerId, "observerId is missing");
            requireNonNull(at, "at is missing");
            requireNonNull(grids, "grids are missing");
        }
    }

    /** Somebody is no observer from now on. */
    record Ended(String observerId, Instant at) {
        Ended {
            requireNonNull(observerId, "observerId is missing");
            requireNonNull(at, "at is missing");
        }
    }
}
