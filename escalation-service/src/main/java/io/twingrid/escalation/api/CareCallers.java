package io.twingrid.escalation.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.escalation.CareDesk;
import io.twingrid.escalation.domain.care.CarePerson;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Who of the token's bearers deals with care tasks: staff of an area, and observers. Whether an observer is active and where
 * he rides is not the token's to say but points-service's.
 */
final class CareCallers {
    private static final String[] STAFF = {"grid-worker", "community-lead", "street-coordinator"};
    private static final String OBSERVER = "observer";
    private static final String ADMIN = "admin";

    private CareCallers() {}

    /**
     * The caller as somebody who deals with care tasks.
     *
     * @throws io.twingrid.chassis.problem.ProblemException 403 if he has no role here
     */
    static Mono<CarePerson> person(Caller caller, CareDesk desk) {
        boolean staff = caller.isAny(STAFF);
        if (!staff && !caller.isAny(OBSERVER, ADMIN)) {
            throw Problem.forbidden("Care tasks are for observers and for the staff of communities and streets.")
                    .asException();
        }
        String id = caller.requiredId();
        Mono<Set<String>> rides = caller.is(OBSERVER) ? desk.gridsOf(id) : Mono.just(Set.of());
        return rides.map(grids -> new CarePerson(id, caller.is(ADMIN), staff ? caller.areas() : Set.of(), grids));
    }
}
