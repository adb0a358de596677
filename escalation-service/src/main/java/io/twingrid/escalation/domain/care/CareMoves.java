package io.twingrid.escalation.domain.care;

import static io.twingrid.escalation.domain.care.CareVerb.CANCEL;
import static io.twingrid.escalation.domain.care.CareVerb.CLAIM;
import static io.twingrid.escalation.domain.care.CareVerb.CONFIRM;
import static io.twingrid.escalation.domain.care.CareVerb.DELIVER;
import static io.twingrid.escalation.domain.care.CareVerb.PICK_UP;
import static io.twingrid.escalation.domain.care.CareVerb.RELEASE;
import static io.twingrid.escalation.domain.care.CareVerb.SETTLE;

import java.util.EnumSet;
import java.util.Set;

/** The moves of a care task: which verbs a state allows, and which verbs are whose. */
public final class CareMoves {
    private CareMoves() {}

    /** What somebody is to a care task. */
    public enum Role {
        /** Staff in whose area it is. */
        STAFF,
        /** An active observer whose grids fit. */
        OBSERVER,
        /** The observer who has claimed it. */
        CLAIMER
    }

    static Set<CareVerb> in(CareState state) {
        return switch (state) {
            case OPEN -> EnumSet.of(CLAIM, SETTLE, CANCEL);
            case CLAIMED -> EnumSet.of(PICK_UP, RELEASE, SETTLE, CANCEL);
            case PICKED_UP -> EnumSet.of(DELIVER, RELEASE, SETTLE, CANCEL);
            case DELIVERED -> EnumSet.of(CONFIRM, SETTLE, CANCEL);
            case CONFIRMED, SETTLED, CANCELLED -> EnumSet.noneOf(CareVerb.class);
        };
    }

    static Set<CareVerb> of(Role role) {
        return switch (role) {
            case STAFF -> EnumSet.of(CONFIRM, SETTLE, CANCEL);
            case OBSERVER -> EnumSet.of(CLAIM);
            // He confirms with the resident's code.
            case CLAIMER -> EnumSet.of(PICK_UP, DELIVER, CONFIRM, RELEASE);
        };
    }

    static Set<CareVerb> allowed(CareState state, Set<Role> roles) {
        Set<CareVerb> verbs = EnumSet.noneOf(CareVerb.class);
        roles.forEach(role -> verbs.addAll(of(role)));
        verbs.retainAll(in(state));
        return verbs;
    }
}
