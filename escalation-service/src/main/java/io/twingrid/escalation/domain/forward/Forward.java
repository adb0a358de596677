package io.twingrid.escalation.domain.forward;

import io.twingrid.chassis.change.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dispatch on its way to one department's own system.
 *
 * <p>Whoever works on it claims it first ({@link #begin}): that puts the next try off, so that nobody else takes it up, and
 * somebody does should he die over it.
 *
 * @param id of the fact of the dispatch, and the department
 * @param attempts tries in a row that did not succeed, the one under way included
 * @param lastError why the last try failed; null once one has succeeded
 * @param nextTry when something is done next: it is sent, reminded of, or asked after; null if nothing is
 * @param answerBy by when the department is to answer; null until it is delivered
 * @param reminders how often it was reminded of
 * @param reference under what it is known there, if it says
 * @param remoteSaid what was heard from there the last time
 */
public record Forward(
        String id,
        String reportId,
        String department,
        ForwardChannel channel,
        ForwardState state,
        int attempts,
        @Nullable String lastError,
        @Nullable Instant nextTry,
        @Nullable Instant answerBy,
        int reminders,
        @Nullable String reference,
        @Nullable String remoteSaid,
        Instant createdAt,
        Instant updatedAt) {

    /** What is to be done with it next. */
    public enum Step {
        SEND,
        REMIND,
        ASK
    }

    /** The id of what a dispatch to a department makes; {@code dispatch} is the id of the fact that tells it. */
    public static String idOf(String dispatch, String department) {
        return dispatch + "/" + department;
    }

    /** What it is called that the department of a forward is urged because nobody there has answered: once. */
    public static String unanswered(String id) {
        return id + "/unanswered";
    }

    /** A case was dispatched to a department that has a system of its own. */
    public static Forward of(String id, String reportId, String department, ForwardChannel channel, Instant at) {
        return new Forward(
                id, reportId, department, channel, ForwardState.WAITING, 0, null, at, null, 0, null, null, at, at);
    }

    /** Whoever gets {@code Changed} has it to himself for the lease. What was not answered in time is overdue from now. */
    public Outcome<Forward, Forwarded> begin(Instant now, ForwardRules rules) {
        if (nextTry == null || now.isBefore(nextTry)) {
            return Outcome.unchanged();
        }
        boolean isLate = state == ForwardState.SENT && answerBy != null && !now.isBefore(answerBy);
        return changed(draft(now)
                .state(isLate ? ForwardState.OVERDUE : state)
                .tried(attempts + 1, lastError)
                .next(now.plus(rules.lease())));
    }

    /** What whoever has it does now. */
    public Step step() {
        if (state == ForwardState.WAITING) {
            return Step.SEND;
        }
        return isAskedAfter() ? Step.ASK : Step.REMIND;
    }

    /** It was delivered. */
    public Outcome<Forward, Forwarded> delivered(
            Instant now, @Nullable String knownAs, Instant answer, ForwardRules rules) {
        if (state != ForwardState.WAITING) {
            return Outcome.unchanged();
        }
        Forward after = sent(new Forwarded(reportId, now, id, department, channel, answer, knownAs), rules);
        return Outcome.changed(after, new Forwarded(reportId, now, id, department, channel, answer, knownAs));
    }

    /** The fact of its delivery is read, after a loss. */
    public Outcome<Forward, Forwarded> hear(Forwarded fact, ForwardRules rules) {
        return state == ForwardState.WAITING ? Outcome.changed(sent(fact, rules), List.of()) : Outcome.unchanged();
    }

    /** The case's clocks stand still; nobody is reminded now. */
    public Outcome<Forward, Forwarded> putOff(Instant now, Instant answer) {
        return isOpen() ? changed(draft(now).tried(0, null).next(answer).answerBy(answer)) : Outcome.unchanged();
    }

    /** It was delivered once more, because nobody had answered. */
    public Outcome<Forward, Forwarded> reminded(Instant now, Instant answer) {
        return state == ForwardState.OVERDUE
                ? changed(
                        draft(now).tried(0, null).next(answer).answerBy(answer).reminders(reminders + 1))
                : Outcome.unchanged();
    }

    /** It was not delivered, or there was no answer to the question; tried again, later each time, for ever. */
    public Outcome<Forward, Forwarded> failed(Instant now, String why, ForwardRules rules) {
        return isOpen()
                ? changed(draft(now).tried(attempts, why).next(now.plus(rules.pauseAfter(Math.max(1, attempts)))))
                : Outcome.unchanged();
    }

    /** The department's own system has answered the question. */
    public Outcome<Forward, Forwarded> heard(Instant now, Remote remote, ForwardRules rules) {
        return isOpen()
                ? changed(draft(now)
                        .tried(0, null)
                        .next(now.plus(rules.askEvery()))
                        .known(remote.reference(), remote.said()))
                : Outcome.unchanged();
    }

    /** The department has it in hand. Where it can be asked after it goes on being asked after. */
    public Outcome<Forward, Forwarded> answered(Instant at) {
        return isOpen() && state != ForwardState.ANSWERED && !at.isBefore(createdAt)
                ? changed(draft(at).state(ForwardState.ANSWERED).next(isAskedAfter() ? nextTry : null))
                : Outcome.unchanged();
    }

    /** The case is not with the department any more, since {@code at}; what was dispatched later is another forward. */
    public Outcome<Forward, Forwarded> ended(Instant at) {
        return isOpen() && createdAt.isBefore(at)
                ? changed(draft(at).state(ForwardState.ENDED).next(null))
                : Outcome.unchanged();
    }

    /** Whether anything is to become of it still. */
    public boolean isOpen() {
        return state != ForwardState.ENDED;
    }

    private boolean isAskedAfter() {
        return channel == ForwardChannel.OPEN311 && reference != null;
    }

    private Forward sent(Forwarded fact, ForwardRules rules) {
        boolean asked = channel == ForwardChannel.OPEN311 && fact.reference() != null;
        return draft(fact.at())
                .state(ForwardState.SENT)
                .tried(0, null)
                .next(asked ? fact.at().plus(rules.askEvery()) : fact.answerBy())
                .answerBy(fact.answerBy())
                .known(fact.reference(), remoteSaid)
                .done();
    }

    private ForwardDraft draft(Instant now) {
        return new ForwardDraft(this, now);
    }

    private static Outcome<Forward, Forwarded> changed(ForwardDraft draft) {
        return Outcome.changed(draft.done(), List.of());
    }
}
