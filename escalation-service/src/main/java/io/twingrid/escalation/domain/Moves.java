package io.twingrid.escalation.domain;

import static io.twingrid.escalation.domain.Verb.ACCEPT;
import static io.twingrid.escalation.domain.Verb.APPROVE_EXTENSION;
import static io.twingrid.escalation.domain.Verb.DECLINE;
import static io.twingrid.escalation.domain.Verb.DECLINE_EXTENSION;
import static io.twingrid.escalation.domain.Verb.DISPATCH;
import static io.twingrid.escalation.domain.Verb.EXTEND;
import static io.twingrid.escalation.domain.Verb.HOLD;
import static io.twingrid.escalation.domain.Verb.NOTE;
import static io.twingrid.escalation.domain.Verb.REPORT_IN;
import static io.twingrid.escalation.domain.Verb.RESOLVE;
import static io.twingrid.escalation.domain.Verb.RESUME;
import static io.twingrid.escalation.domain.Verb.RETURN;
import static io.twingrid.escalation.domain.Verb.URGE;

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
            case RECEIVED -> EnumSet.of(DISPATCH, RETURN, HOLD, RESOLVE, NOTE);
            case DISPATCHED ->
                EnumSet.of(DISPATCH, ACCEPT, REPORT_IN, DECLINE, URGE, RETURN, HOLD, EXTEND, RESOLVE, NOTE);
            case ACCEPTED -> EnumSet.of(DISPATCH, REPORT_IN, URGE, RETURN, HOLD, EXTEND, RESOLVE, NOTE);
            case ON_HOLD -> EnumSet.of(RESUME, RETURN, RESOLVE, NOTE);
            case RETURNED -> EnumSet.noneOf(Verb.class);
            case RESOLVED -> EnumSet.of(NOTE);
        };
    }

    /** What a request for more time allows besides, while it waits for an answer. */
    static Set<Verb> whileMoreTimeIsAskedFor() {
        return EnumSet.of(APPROVE_EXTENSION, DECLINE_EXTENSION);
    }

    static Set<Verb> of(Standing standing) {
        return switch (standing) {
            case CENTRE ->
                EnumSet.of(
                        DISPATCH,
                        URGE,
                        RETURN,
                        HOLD,
                        RESUME,
                        EXTEND,
                        APPROVE_EXTENSION,
                        DECLINE_EXTENSION,
                        RESOLVE,
                        NOTE);
            case LEADING -> EnumSet.of(ACCEPT, DECLINE, EXTEND, RESOLVE, NOTE);
            case JOINING -> EnumSet.of(REPORT_IN, NOTE);
            // Only to be told calmly that it is declined already, should the request come twice.
            case DECLINED -> EnumSet.of(DECLINE);
        };
    }

    static Set<Verb> of(Set<Standing> standings) {
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        standings.forEach(standing -> verbs.addAll(of(standing)));
        return verbs;
    }

    /**
     * What somebody of these standings may ask of a case in this state.
     *
     * @param moreTimeIsAskedFor whether a request for more time waits for an answer
     */
    public static Set<Verb> allowed(StreetState state, boolean moreTimeIsAskedFor, Set<Standing> standings) {
        Set<Verb> verbs = in(state);
        if (moreTimeIsAskedFor) {
            verbs.addAll(whileMoreTimeIsAskedFor());
        }
        verbs.retainAll(of(standings));
        return verbs;
    }
}
