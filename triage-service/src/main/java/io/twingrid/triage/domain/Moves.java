package io.twingrid.triage.domain;

import static io.twingrid.triage.domain.Verb.APPROVE_EXTENSION;
import static io.twingrid.triage.domain.Verb.ASSIGN;
import static io.twingrid.triage.domain.Verb.CHECK;
import static io.twingrid.triage.domain.Verb.CLOSE;
import static io.twingrid.triage.domain.Verb.DECLINE_EXTENSION;
import static io.twingrid.triage.domain.Verb.ESCALATE;
import static io.twingrid.triage.domain.Verb.EXTEND;
import static io.twingrid.triage.domain.Verb.HOLD;
import static io.twingrid.triage.domain.Verb.INVALIDATE;
import static io.twingrid.triage.domain.Verb.MERGE;
import static io.twingrid.triage.domain.Verb.NOTE;
import static io.twingrid.triage.domain.Verb.REJECT;
import static io.twingrid.triage.domain.Verb.REOPEN;
import static io.twingrid.triage.domain.Verb.RESOLVE;
import static io.twingrid.triage.domain.Verb.RESUME;
import static io.twingrid.triage.domain.Verb.REWORK;
import static io.twingrid.triage.domain.Verb.TRANSFER;
import static io.twingrid.triage.domain.Verb.UNMERGE;
import static io.twingrid.triage.domain.Verb.VERIFY;

import java.util.EnumSet;
import java.util.Set;

/**
 * The moves of a case with the community: which verbs a state allows, and which verbs are whose. What others did moves a
 * case besides ({@link News}): the street takes it out of ESCALATED, a reporter who says "not solved" out of RESOLVED and
 * CLOSED. And so does time ({@link Waking}).
 */
public final class Moves {
    private Moves() {}

    static Set<Verb> in(CaseState state) {
        return switch (state) {
            case ROUTED -> EnumSet.of(VERIFY, REJECT, MERGE, TRANSFER, NOTE);
            case VERIFIED, ASSIGNED ->
                EnumSet.of(
                        REJECT,
                        MERGE,
                        TRANSFER,
                        ASSIGN,
                        RESOLVE,
                        ESCALATE,
                        HOLD,
                        EXTEND,
                        APPROVE_EXTENSION,
                        DECLINE_EXTENSION,
                        NOTE);
            case ON_HOLD -> EnumSet.of(REJECT, MERGE, ESCALATE, RESUME, NOTE);
            case ESCALATED -> EnumSet.of(NOTE);
            case RESOLVED -> EnumSet.of(NOTE, CHECK, REWORK, REOPEN, INVALIDATE, CLOSE);
            case CLOSED -> EnumSet.of(REOPEN, INVALIDATE);
            case REJECTED -> EnumSet.of(REOPEN);
            case MERGED -> EnumSet.of(UNMERGE, NOTE);
        };
    }

    static Set<Verb> of(Role role) {
        return switch (role) {
            case GRID_WORKER -> EnumSet.of(VERIFY, RESOLVE, EXTEND, NOTE, CHECK, REWORK);
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
