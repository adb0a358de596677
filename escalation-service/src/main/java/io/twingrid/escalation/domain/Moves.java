package io.twingrid.escalation.domain;

import static io.twingrid.escalation.domain.Verb.ACCEPT;
import static io.twingrid.escalation.domain.Verb.DECLINE;
import static io.twingrid.escalation.domain.Verb.DISPATCH;
import static io.twingrid.escalation.domain.Verb.NOTE;
import static io.twingrid.escalation.domain.Verb.RESOLVE;
import static io.twingrid.escalation.domain.Verb.RETURN;

import java.util.EnumSet;
import java.util.Set;

/**
 * The moves of a case at the street: which verbs a state allows, and which verbs are whose. The community's facts move a
 * case besides: {@code escalated} out of RETURNED, {@code rework-requested} and {@code reopened} out of RESOLVED.
 */
public final class Moves {
    private Moves() {}

    static Set<Verb> in(StreetState state) {
        return switch (state) {
            case RECEIVED -> EnumSet.of(DISPATCH, RETURN, RESOLVE, NOTE);
            case DISPATCHED -> EnumSet.of(DISPATCH, ACCEPT, DECLINE, RETURN, RESOLVE, NOTE);
            case ACCEPTED -> EnumSet.of(DISPATCH, RETURN, RESOLVE, NOTE);
            case RETURNED -> EnumSet.noneOf(Verb.class);
            case RESOLVED -> EnumSet.of(NOTE);
        };
    }

    static Set<Verb> of(Standing standing) {
        return switch (standing) {
            case CENTRE -> EnumSet.of(DISPATCH, RETURN, RESOLVE, NOTE);
            case LEADING -> EnumSet.of(ACCEPT, DECLINE, RESOLVE, NOTE);
            case JOINING -> EnumSet.of(NOTE);
            // Only to be told calmly that it is declined already, should the request come twice.
            case DECLINED -> EnumSet.of(DECLINE);
        };
    }

    static Set<Verb> of(Set<Standing> standings) {
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        standings.forEach(standing -> verbs.addAll(of(standing)));
        return verbs;
    }

    /** What somebody of these standings may ask of a case in this state. */
    public static Set<Verb> allowed(StreetState state, Set<Standing> standings) {
        Set<Verb> verbs = in(state);
        verbs.retainAll(of(standings));
        return verbs;
    }
}
