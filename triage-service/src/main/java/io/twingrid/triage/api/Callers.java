package io.twingrid.triage.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.triage.domain.Role;
import io.twingrid.triage.domain.Staff;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of the token's bearers is staff here. */
final class Callers {
    private Callers() {}

    /** @throws io.twingrid.chassis.problem.ProblemException 403 if the caller has no role here */
    static Staff staff(Caller caller) {
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> caller.is(role.word()))
                .collect(Collectors.toUnmodifiableSet());
        if (roles.isEmpty()) {
            throw Problem.forbidden("The communities' cases are for their staff.")
                    .asException();
        }
        return new Staff(caller.requiredId(), roles, caller.areas());
    }
}
