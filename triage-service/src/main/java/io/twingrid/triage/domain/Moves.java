package io.twingrid.triage.domain;

import static io.twingrid.triage.domain.Verb.ASSIGN;
import static io.twingrid.triage.domain.Verb.CLOSE;
import static io.twingrid.triage.domain.Verb.ESCALATE;
import static io.twingrid.triage.domain.Verb.NOTE;
import static io.twingrid.triage.domain.Verb.REJECT;
import static io.twingrid.triage.domain.Verb.RESOLVE;
import static io.twingrid.triage.domain.Verb.VERIFY;

import java.util.EnumSet;
import java.util.Set;

/**
 * The moves of a case with the community: which verbs a state allows, and which verbs are whose. {@link News} moves a case
 * besides: what the street did takes it out of ESCALATED, a reporter who says "not solved" out of RESOLVED and CLOSED.
 */
public final class Moves {
    private Moves() {}

    static Set<Verb> in(CaseState state) {
        return switch (state) {
            case ROUTED -> EnumSet.of(VERIFY, REJECT, NOTE);
            case VERIFIED -> EnumSet.of(REJECT, ASSIGN, RESOLVE, ESCALATE, NOTE);
            case ASSIGNED -> EnumSet.of(REJECT, ASSIGN, RESOLVE, ESCALATE, NOTE);
            case ESCALATED -> EnumSet.of(NOTE);
            case RESOLVED -> EnumSet.of(NOTE, CLOSE);
            case CLOSED, REJECTED -> EnumSet.noneOf(Verb.class);
        };
    }

    static Set<Verb> of(Role role) {
        return switch (role) {
            case GRID_WORKER -> EnumSet.of(VERIFY, RESOLVE, NOTE);
            case COMMUNITY_LEAD, ADMIN -> EnumSet.allOf(Verb.class);
            case STREET_COORDINATOR -> EnumSet.noneOf(Verb.class);
        };
    }

    static Set<Verb> of(Set<Role> roles) {
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        roles.forEach(role -> verbs.addAll(of(role)));
        return verbs;
    }

    /** What somebody of these roles may ask of a case in this state. */
    public static Set<Verb> allowed(CaseState state, Set<Role> roles) {
        Set<Verb> verbs = in(state);
        verbs.retainAll(of(roles));
        return verbs;
    }
}
