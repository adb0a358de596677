package io.twingrid.intake.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;

/** What only the town's administration may do. */
final class Admins {
    private Admins() {}

    /** Passes for an admin; 403 for anybody else. */
    static void require(Caller caller) {
        if (!caller.is("admin")) {
            throw Problem.forbidden("Only an admin may do this.").asException();
        }
    }
}
