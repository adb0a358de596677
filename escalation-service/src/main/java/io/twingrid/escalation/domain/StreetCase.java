package io.twingrid.escalation.domain;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.escalation.domain.StreetFact.Accepted;
import io.twingrid.escalation.domain.StreetFact.Assigned;
import io.twingrid.escalation.domain.StreetFact.Declined;
import io.twingrid.escalation.domain.StreetFact.Dispatched;
import io.twingrid.escalation.domain.StreetFact.Extended;
import io.twingrid.escalation.domain.StreetFact.ExtensionDeclined;
import io.twingrid.escalation.domain.StreetFact.ExtensionRequested;
import io.twingrid.escalation.domain.StreetFact.Held;
import io.twingrid.escalation.domain.StreetFact.Noted;
import io.twingrid.escalation.domain.StreetFact.ReportedIn;
import io.twingrid.escalation.domain.StreetFact.Resolved;
import io.twingrid.escalation.domain.StreetFact.Resumed;
import io.twingrid.escalation.domain.StreetFact.Returned;
import io.twingrid.escalation.domain.StreetFact.Urged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report while the street's sorting centre owns it.
 *
 * <p>{@link #ask} decides whether a verb is possible and {@link #passTime} what is due; both state what happened. {@link
 * #after} alone says what a fact does to the case, so the facts read in order rebuild it.
 *
 * @param id the report's id
 * @param escalation how it came up the last time
 * @param tempo how much time there is for what is awaited; null when nothing is awaited of the street
 * @param satisfied what the reporter said of the street's last resolution, the last time; null if nothing
 * @param receivedAt when it came to the street the last time, for the first time or again
 * @param updatedAt when something happened to it the last time
 */
public record StreetCase(
        String id,
        Report report,
        Escalation escalation,
        StreetState state,
        Responsibility responsibility,
        @Nullable Tempo tempo,
        List<HistoryEntry> history,
        @Nullable Boolean satisfied,
        Instant receivedAt,
        Instant updatedAt) {
    /** Who acts where no person does. */
    public static final String SYSTEM = "system";

    public StreetCase {
        history = List.copyOf(history);
    }

    /** 上报街道: the community sends it up. */
    public static StreetCase receive(String id, Report report, Escalation escalation, Deadlines deadlines) {
        return new StreetCase(
                id,
                report,
                escalation,
                StreetState.RECEIVED,
                Responsibility.NOBODY,
                Tempo.from(escalation.at(), deadlines.dispatchBy(report, escalation.at())),
                List.of(HistoryEntry.of(escalation)),
                null,
                escalation.at(),
                escalation.at());
    }

    /** The community sends it up once more, after it was given back to it or resolved. What we have already stays as it is. */
    public Outcome<StreetCase, StreetFact> receiveAgain(Report latest, Escalation again, Deadlines deadlines) {
        return switch (state) {
            case RECEIVED, DISPATCHED, ACCEPTED, ON_HOLD -> Outcome.unchanged();
            case RETURNED, RESOLVED ->
                Outcome.changed(
                        new StreetCase(
                                id,
                                latest,
                                again,
                                StreetState.RECEIVED,
                                responsibility.released(),
                                Tempo.from(again.at(), deadlines.dispatchBy(latest, again.at())),
                                with(HistoryEntry.of(again)),
                                null,
                                again.at(),
                                again.at()),
                        List.of());
        };
    }

    /**
     * 返工 · 重开: the community's check or the reporter says that it is not done. What the street resolved goes back to the
     * department that had it, with new time; what the centre settled alone, to the centre. If the street did not resolve it
     * last, it is the community's affair.
     *
     * @param why who said so, when and for what reason
     */
    public Outcome<StreetCase, StreetFact> comeBack(HistoryEntry why, Deadlines deadlines) {
        if (state != StreetState.RESOLVED) {
            return Outcome.unchanged();
        }
        StreetCase received = cameBack(why, deadlines);
        Dispatch before = responsibility.dispatch();
        if (before == null) {
            return Outcome.changed(received, List.of());
        }
        Instant dueBy = deadlines.resolveBy(report, before.department(), why.at());
        StreetFact fact =
                new Dispatched(id, why.at(), SYSTEM, before.department(), before.coDepartments(), dueBy, true);
        return Outcome.changed(received.after(fact, deadlines), fact);
    }

    /** It came back, as the word of others alone makes it: a dispatch that follows is told by a fact of its own. */
    public StreetCase cameBack(HistoryEntry why, Deadlines deadlines) {
        return state == StreetState.RESOLVED
                ? new StreetCase(
                        id,
                        report,
                        escalation,
                        StreetState.RECEIVED,
                        responsibility,
                        Tempo.from(why.at(), deadlines.dispatchBy(report, why.at())),
                        with(why),
                        null,
                        why.at(),
                        why.at())
                : this;
    }

    /**
     * 回访: the reporter says whether what the street has done is done. Of what the street has not resolved, or resolved and has
     * again, he speaks to others.
     *
     * @param what his words, as a line of the story
     */
    public Outcome<StreetCase, StreetFact> judge(boolean isSatisfied, HistoryEntry what) {
        return state == StreetState.RESOLVED
                ? Outcome.changed(
                        new StreetCase(
                                id,
                                report,
                                escalation,
                                state,
                                responsibility,
                                tempo,
                                with(what),
                                isSatisfied,
                                receivedAt,
                                what.at()),
                        List.of())
                : Outcome.unchanged();
    }

    /** By how much a judgement changes the figures; the last one counts, once for each resolution. */
    public Map<Counter, Integer> countsOf(boolean isSatisfied) {
        if (state != StreetState.RESOLVED || Boolean.valueOf(isSatisfied).equals(satisfied)) {
            return Map.of();
        }
        if (satisfied == null) {
            return isSatisfied ? Map.of(Counter.JUDGED, 1, Counter.SATISFIED, 1) : Map.of(Counter.JUDGED, 1);
        }
        return Map.of(Counter.SATISFIED, isSatisfied ? 1 : -1);
    }

    /** When the street resolved it the last time; null if it never did. */
    public @Nullable Instant resolvedAt() {
        return history.reversed().stream()
                .filter(entry -> entry.verb().equals(Verb.RESOLVE.word()))
                .map(HistoryEntry::at)
                .findFirst()
                .orElse(null);
    }

    /** A member of staff asks for something. Asking for what is so already changes nothing. */
    public Outcome<StreetCase, StreetFact> ask(Command command, Staff staff, Instant now, Deadlines deadlines) {
        Set<Standing> standings = standingsOf(staff);
        if (!Moves.of(standings).contains(command.verb())) {
            return Outcome.refused("'" + command.verb().word() + "' is not yours to ask for in this case.");
        }
        if (Repeats.isSoAlready(this, command, staff, now.minus(deadlines.samePressWithin()))) {
            return Outcome.unchanged();
        }
        if (!allowedTo(staff).contains(command.verb())) {
            return Outcome.refused(
                    "'" + command.verb().word() + "' is not possible while the case is " + state.word() + ".");
        }
        String objection = Objections.to(this, command, now);
        return objection == null
                ? changed(Consequences.of(this, command, staff, now, deadlines), deadlines)
                : Outcome.refused(objection);
    }

    /** When time itself does something to this case; null if it waits for nothing. */
    public @Nullable Instant nextDeadline() {
        if (tempo == null) {
            return null;
        }
        if (tempo.hold() != null) {
            return tempo.hold().reviewOn();
        }
        Instant whistle = nextWhistle();
        Instant urge = tempo.urgeAt();
        return urge == null || (whistle != null && whistle.isBefore(urge)) ? whistle : urge;
    }

    /** What time does: the earliest of what is due, if anything is. */
    public Outcome<StreetCase, StreetFact> passTime(Instant now, Deadlines deadlines) {
        Instant next = nextDeadline();
        if (tempo == null || next == null || now.isBefore(next)) {
            return Outcome.unchanged();
        }
        if (tempo.hold() != null) {
            return changed(List.of(Consequences.resumed(this, SYSTEM, now, deadlines)), deadlines);
        }
        Dispatch dispatch = responsibility.dispatch();
        StreetFact fact = next.equals(nextWhistle()) && dispatch != null
                ? new Urged(id, now, SYSTEM, 1, next, dispatch.missing().orElseThrow())
                : new Urged(id, now, SYSTEM, tempo.stage() + 1, tempo.dueBy(), responsibility.leading());
        return changed(List.of(fact), deadlines);
    }

    /** 督办: a department has not answered what was delivered to its own system. */
    public Outcome<StreetCase, StreetFact> urgeUnanswered(String department, Instant now, Deadlines deadlines) {
        return state == StreetState.DISPATCHED && department.equals(responsibility.leading())
                ? changed(
                        List.of(new Urged(
                                id,
                                now,
                                SYSTEM,
                                running().stage() + 1,
                                running().dueBy(),
                                department)),
                        deadlines)
                : Outcome.unchanged();
    }

    /** The case as it is once this has happened. */
    public StreetCase after(StreetFact fact, Deadlines deadlines) {
        return switch (fact) {
            case Dispatched to -> dispatched(to, deadlines);
            case Accepted accepted ->
                next(fact, StreetState.ACCEPTED, responsibility.taken(accepted.department()), tempo);
            case ReportedIn there ->
                next(fact, state, responsibility.with(dispatch().reportedIn(there.department())), tempo);
            case Declined declined ->
                next(
                        fact,
                        StreetState.RECEIVED,
                        responsibility.declined(declined.department(), declined.inARow()),
                        Tempo.from(fact.at(), deadlines.dispatchBy(report, fact.at())));
            case Assigned assigned -> next(fact, state, responsibility.inHandOf(assigned.handler()), tempo);
            case Urged urged -> urged(urged, deadlines);
            case Returned returned -> next(fact, StreetState.RETURNED, responsibility.released(), null);
            case Held held -> held(held);
            case Resumed resumed -> resumed(resumed, deadlines);
            case ExtensionRequested asked ->
                next(
                        fact,
                        state,
                        responsibility,
                        running().asking(new Tempo.Extension(asked.by(), asked.until(), asked.reason())));
            case ExtensionDeclined no ->
                next(fact, state, responsibility, running().asking(null));
            case Extended extended ->
                next(fact, state, responsibility, running().until(extended.until()));
            case Noted noted -> next(fact, state, responsibility, tempo);
            case Resolved resolved -> resolved(resolved);
        };
    }

    /** Whether a member of staff may know of this case. */
    public boolean isSeenBy(Staff staff) {
        return isCoordinatedBy(staff)
                || responsibility.involved().stream().anyMatch(id -> id.equals(staff.department()));
    }

    /** The verbs that a member of staff may use next. */
    public Set<Verb> allowedTo(Staff staff) {
        return Moves.allowed(state, tempo != null && tempo.asked() != null, standingsOf(staff));
    }

    Set<Standing> standingsOf(Staff staff) {
        String leading = responsibility.leading();
        String declinedBy = responsibility.declinedBy();
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        if (isCoordinatedBy(staff)) {
            standings.add(Standing.CENTRE);
        }
        if (leading != null && (staff.admin() || leading.equals(staff.department()))) {
            standings.add(Standing.LEADING);
        }
        if (staff.department() != null
                && !staff.department().equals(leading)
                && responsibility.departments().contains(staff.department())) {
            standings.add(Standing.JOINING);
        }
        if (declinedBy != null && (staff.admin() || declinedBy.equals(staff.department()))) {
            standings.add(Standing.DECLINED);
        }
        return standings;
    }

    /** The time of a case that somebody waits for. */
    Tempo running() {
        return requireNonNull(tempo, "nothing is awaited of a returned or resolved case");
    }

    private Dispatch dispatch() {
        return requireNonNull(responsibility.dispatch(), "no department has the case");
    }

    /** Whether a member of staff stands for the centre that has this case. */
    public boolean isCoordinatedBy(Staff staff) {
        return staff.admin() || staff.streets().contains(report.area().street());
    }

    private @Nullable Instant nextWhistle() {
        Dispatch dispatch = responsibility.dispatch();
        return dispatch == null ? null : dispatch.nextWhistle();
    }

    private Outcome<StreetCase, StreetFact> changed(List<StreetFact> facts, Deadlines deadlines) {
        StreetCase now = this;
        for (StreetFact fact : facts) {
            now = now.after(fact, deadlines);
        }
        return Outcome.changed(now, facts);
    }

    private StreetCase dispatched(Dispatched to, Deadlines deadlines) {
        Instant reportInBy = to.coDepartments().isEmpty() ? null : deadlines.reportInBy(report, to.at());
        return next(
                to,
                StreetState.DISPATCHED,
                responsibility.dispatched(Dispatch.to(to.department(), to.coDepartments(), reportInBy), to.by()),
                Tempo.from(to.at(), to.dueBy()));
    }

    private StreetCase urged(Urged urged, Deadlines deadlines) {
        String late = urged.department();
        if (late != null && !late.equals(responsibility.leading())) {
            return next(urged, state, responsibility.with(dispatch().whistledFor(late)), tempo);
        }
        Tempo before = running();
        Tempo after = before.isUrgedBy(urged)
                ? before.overdue(urged.stage(), deadlines.urgeAt(report, late, before.dueBy(), before.level() + 1))
                : before.pressed(urged.stage());
        return next(urged, state, responsibility, after);
    }

    private StreetCase held(Held held) {
        Tempo.Hold hold = new Tempo.Hold(state, held.at(), held.reviewOn(), held.reason());
        return next(held, StreetState.ON_HOLD, responsibility, running().held(hold));
    }

    private StreetCase resolved(Resolved resolved) {
        Responsibility whose =
                resolved.department() == null ? responsibility.released() : responsibility.taken(resolved.department());
        return next(resolved, StreetState.RESOLVED, whose, null);
    }

    private StreetCase resumed(Resumed resumed, Deadlines deadlines) {
        Tempo before = running();
        Tempo.Hold hold = requireNonNull(before.hold(), "only what is on hold is resumed");
        Dispatch dispatch = responsibility.dispatch();
        Instant reportInBy = dispatch == null ? null : putOff(dispatch.reportInBy(), hold, resumed, deadlines);
        Dispatch later = dispatch == null || reportInBy == null ? dispatch : dispatch.reportingInBy(reportInBy);
        Instant urgeAt = putOff(before.urgeAt(), hold, resumed, deadlines);
        return next(resumed, hold.state(), responsibility.with(later), before.resumed(resumed.dueBy(), urgeAt));
    }

    private @Nullable Instant putOff(
            @Nullable Instant deadline, Tempo.Hold hold, Resumed resumed, Deadlines deadlines) {
        return deadline == null
                ? null
                : deadlines.putOff(report, responsibility.leading(), deadline, hold.since(), resumed.at());
    }

    private StreetCase next(StreetFact fact, StreetState to, Responsibility whose, @Nullable Tempo time) {
        return new StreetCase(
                id, report, escalation, to, whose, time, with(HistoryEntry.of(fact)), satisfied, receivedAt, fact.at());
    }

    private List<HistoryEntry> with(HistoryEntry entry) {
        List<HistoryEntry> all = new ArrayList<>(history);
        all.add(entry);
        return all;
    }
}
