package io.twingrid.notification.api;

import io.twingrid.chassis.security.Caller;
import io.twingrid.notification.domain.Audience;
import java.util.Set;

/** The audiences of a caller. */
final class Audiences {
    private Audiences() {}

    static Set<Audience> of(Caller caller) {
        return Audience.of(caller.requiredId(), caller.roles(), caller.areas(), caller.department());
    }
}
