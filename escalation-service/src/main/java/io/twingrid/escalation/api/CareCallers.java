package io.twingrid.escalation.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.escalation.domain.care.CarePerson;
import java.util.Set;

/**
 * Who of the token's bearers deals with care tasks: staff of an area, and observers. Which observers are active is
 * points-service's to know; until it tells, the token's role is taken for it.
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
    static CarePerson person(Caller caller) {
        boolean staff = caller.isAny(STAFF);
        boolean observer = caller.is(OBSERVER);
        if (!staff && !observer && !caller.is(ADMIN)) {
            throw Problem.forbidden("Care tasks are for observers and for the staff of communities and streets.")
                    .asException();
        }
        return new CarePerson(
                caller.requiredId(),
                caller.is(ADMIN),
                staff ? caller.areas() : Set.of(),
                observer,
                observer ? caller.areas() : Set.of());
    }
}
