package io.twingrid.escalation.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.escalation.domain.Staff;
import java.util.Set;

/** Who of the token's bearers is staff at the street. */
final class Callers {
    private static final String COORDINATOR = "street-coordinator";
    private static final String OFFICER = "department-officer";
    private static final String ADMIN = "admin";

    private Callers() {}

    /** @throws io.twingrid.chassis.problem.ProblemException 403 if the caller has no role here */
    static Staff staff(Caller caller) {
        if (!caller.isAny(COORDINATOR, OFFICER, ADMIN)) {
            throw Problem.forbidden(
                            "The sorting centre's cases are for its coordinators and the departments' officers.")
                    .asException();
        }
        return new Staff(
                caller.requiredId(),
                caller.is(ADMIN),
                caller.is(COORDINATOR) ? caller.areas() : Set.of(),
                caller.is(OFFICER) ? caller.department() : null);
    }
}
