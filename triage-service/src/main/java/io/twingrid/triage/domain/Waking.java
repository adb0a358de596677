package io.twingrid.triage.domain;

import static io.twingrid.triage.domain.CommunityCase.SYSTEM;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.triage.domain.CaseFact.Closed;
import io.twingrid.triage.domain.CaseFact.VerificationOverdue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What time does to a case.
 *
 * @param kind what happens
 * @param at when it is due
 */
record Waking(Kind kind, Instant at) {

    /** In the order in which things that are due at one moment happen. */
    enum Kind {
        TURNS_YELLOW,
        /** Nobody has looked in time: the lead is told. */
        VERIFY_OVERDUE,
        /** It was not settled in time: it goes up. */
        RESOLVE_OVERDUE,
        /** The review date has come: it goes on. */
        REVIEW,
        /** The reporter's time for a word is over: it closes. */
        CLOSE
    }

    /** The first of the things that are due is done; if there is none, nothing changes. */
    static Outcome<CommunityCase, CaseFact> outcomeAt(CommunityCase theCase, Instant now, TownRules rules) {
        return next(theCase, rules.feedbackWindow())
                .filter(waking -> !now.isBefore(waking.at()))
                .map(waking -> waking.done(theCase, now, rules))
                .orElseGet(() -> Outcome.unchanged());
    }

    /** What happens next if nobody does anything. */
    static Optional<Waking> next(CommunityCase theCase, Duration feedbackWindow) {
        return all(theCase, feedbackWindow).min(Comparator.comparing(Waking::at).thenComparing(Waking::kind));
    }

    private static Stream<Waking> all(CommunityCase theCase, Duration feedbackWindow) {
        Waking overdue = new Waking(Kind.RESOLVE_OVERDUE, theCase.resolve().by());
        return switch (theCase.state()) {
            case ROUTED ->
                theCase.track().verifyTold()
                        ? Stream.of(overdue)
                        : Stream.concat(
                                yellow(theCase, theCase.verify()),
                                Stream.of(
                                        new Waking(
                                                Kind.VERIFY_OVERDUE,
                                                theCase.verify().by()),
                                        overdue));
            case VERIFIED, ASSIGNED -> Stream.concat(yellow(theCase, theCase.resolve()), Stream.of(overdue));
            case ON_HOLD ->
                Stream.of(new Waking(
                        Kind.REVIEW,
                        Objects.requireNonNull(
                                Objects.requireNonNull(theCase.aside()).reviewOn())));
            case RESOLVED ->
                Stream.of(new Waking(
                        Kind.CLOSE,
                        Objects.requireNonNull(theCase.resolution()).at().plus(feedbackWindow)));
            case ESCALATED, CLOSED, REJECTED, MERGED -> Stream.empty();
        };
    }

    private static Stream<Waking> yellow(CommunityCase theCase, Due due) {
        return theCase.light() == Light.GREEN
                ? Stream.of(new Waking(Kind.TURNS_YELLOW, due.yellowFrom()))
                : Stream.empty();
    }

    private Outcome<CommunityCase, CaseFact> done(CommunityCase theCase, Instant now, TownRules rules) {
        return switch (kind) {
            case TURNS_YELLOW -> Outcome.changed(CaseDraft.lit(theCase, Light.YELLOW), List.of());
            case VERIFY_OVERDUE ->
                theCase.happened(new VerificationOverdue(
                        theCase.id(), now, theCase.area(), theCase.verify().by()));
            case RESOLVE_OVERDUE -> theCase.happened(theCase.escalated(now, SYSTEM, Cause.OVERDUE, Wording.OVERDUE));
            case REVIEW -> theCase.happened(Asking.resumed(theCase, now, SYSTEM, rules));
            case CLOSE -> theCase.happened(new Closed(theCase.id(), now, SYSTEM, Wording.UNCHALLENGED));
        };
    }
}
