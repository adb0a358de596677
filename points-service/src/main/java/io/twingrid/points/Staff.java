package io.twingrid.points;

import io.twingrid.chassis.security.Caller;
import java.util.List;

/** The points staff: who keeps accounts, rewards, observers and activities. */
public final class Staff {
    static final List<String> ROLES = List.of("points-admin", "admin");

    private Staff() {}

    /** Whether a caller is one of them. */
    public static boolean is(Caller caller) {
        return ROLES.stream().anyMatch(caller::isAny);
    }
}
