package io.twingrid.escalation.domain;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.escalation.domain.StreetFact.Accepted;
import io.twingrid.escalation.domain.StreetFact.Declined;
import io.twingrid.escalation.domain.StreetFact.Dispatched;
import io.twingrid.escalation.domain.StreetFact.Noted;
import io.twingrid.escalation.domain.StreetFact.Resolved;
import io.twingrid.escalation.domain.StreetFact.Returned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report while the street's sorting centre owns it.
 *
 * <p>{@link #ask} decides whether a verb is possible and states what happened; {@link #after} alone says what a fact does
 * to the case, so the facts read in order rebuild it.
 *
 * @param id the report's id
 * @param escalation how it came up the last time
 * @param receivedAt when it came to the street the last time, for the first time or again
 * @param updatedAt when something happened to it the last time
 */
public record StreetCase(
        String id,
        Report report,
        Escalation escalation,
        StreetState state,
        Responsibility responsibility,
        List<HistoryEntry> history,
        Instant receivedAt,
        Instant updatedAt) {
    /** Who acts where no person does. */
    public static final String SYSTEM = "system";

    public StreetCase {
        history = List.copyOf(history);
    }

    /** 上报街道: the community sends it up. */
    public static StreetCase receive(String id, Report report, Escalation escalation) {
        return new StreetCase(
                id,
                report,
                escalation,
                StreetState.RECEIVED,
                Responsibility.NOBODY,
                List.of(HistoryEntry.of(escalation)),
                escalation.at(),
                escalation.at());
    }

    /** The community sends it up once more, after it was given back to it or resolved. What we have already stays as it is. */
    public Outcome<StreetCase, StreetFact> receiveAgain(Report latest, Escalation again) {
        return switch (state) {
            case RECEIVED, DISPATCHED, ACCEPTED -> Outcome.unchanged();
            case RETURNED, RESOLVED ->
                Outcome.changed(
                        new StreetCase(
                                id,
                                latest,
                                again,
                                StreetState.RECEIVED,
                                responsibility.released(),
                                with(HistoryEntry.of(again)),
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
        StreetCase received = new StreetCase(
                id, report, escalation, StreetState.RECEIVED, responsibility, with(why), why.at(), why.at());
        Dispatch before = responsibility.dispatch();
        if (before == null) {
            return Outcome.changed(received, List.of());
        }
        StreetFact fact =
                new Dispatched(id, why.at(), SYSTEM, before.until(deadlines.dueBy(report.category(), why.at())));
        return Outcome.changed(received.after(fact), fact);
    }

    /** A member of staff asks for something. Asking for what is so already changes nothing. */
    public Outcome<StreetCase, StreetFact> ask(Command command, Staff staff, Instant now, Deadlines deadlines) {
        Set<Standing> standings = standingsOf(staff);
        if (!Moves.of(standings).contains(command.verb())) {
            return Outcome.refused("'" + command.verb().word() + "' is not yours to ask for in this case.");
        }
        if (isSoAlready(command, staff)) {
            return Outcome.unchanged();
        }
        if (!Moves.allowed(state, standings).contains(command.verb())) {
            return Outcome.refused(
                    "'" + command.verb().word() + "' is not possible while the case is " + state.word() + ".");
        }
        StreetFact fact = factOf(command, staff.id(), now, deadlines);
        return Outcome.changed(after(fact), fact);
    }

    /** The case as it is once this has happened. */
    public StreetCase after(StreetFact fact) {
        return switch (fact) {
            case Dispatched dispatched ->
                next(fact, StreetState.DISPATCHED, responsibility.dispatched(dispatched.to()));
            case Accepted accepted -> next(fact, StreetState.ACCEPTED, responsibility.taken(accepted.department()));
            case Declined declined -> next(fact, StreetState.RECEIVED, responsibility.declined(declined.department()));
            case Returned returned -> next(fact, StreetState.RETURNED, responsibility.released());
            case Noted noted -> next(fact, state, responsibility);
            case Resolved resolved ->
                next(
                        fact,
                        StreetState.RESOLVED,
                        resolved.department() == null
                                ? responsibility.released()
                                : responsibility.taken(resolved.department()));
        };
    }

    /** Whether a member of staff may know of this case. */
    public boolean isSeenBy(Staff staff) {
        return isCoordinatedBy(staff)
                || responsibility.involved().stream().anyMatch(id -> id.equals(staff.department()));
    }

    /** The verbs that a member of staff may use next. */
    public Set<Verb> allowedTo(Staff staff) {
        return Moves.allowed(state, standingsOf(staff));
    }

    Set<Standing> standingsOf(Staff staff) {
        Dispatch dispatch = responsibility.dispatch();
        String declinedBy = responsibility.declinedBy();
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        if (isCoordinatedBy(staff)) {
            standings.add(Standing.CENTRE);
        }
        if (dispatch != null && (staff.admin() || dispatch.department().equals(staff.department()))) {
            standings.add(Standing.LEADING);
        }
        if (dispatch != null
                && staff.department() != null
                && dispatch.coDepartments().contains(staff.department())) {
            standings.add(Standing.JOINING);
        }
        if (declinedBy != null && (staff.admin() || declinedBy.equals(staff.department()))) {
            standings.add(Standing.DECLINED);
        }
        return standings;
    }

    private boolean isCoordinatedBy(Staff staff) {
        return staff.admin() || staff.streets().contains(report.area().street());
    }

    private boolean isSoAlready(Command command, Staff staff) {
        return switch (command) {
            case Command.Dispatch order -> isDispatchedAs(order);
            case Command.Accept accept -> state == StreetState.ACCEPTED;
            case Command.Decline decline -> state == StreetState.RECEIVED && responsibility.declinedBy() != null;
            case Command.Return back -> state == StreetState.RETURNED;
            case Command.Resolve resolve -> state == StreetState.RESOLVED;
            case Command.Note note -> isLastNote(note, staff);
        };
    }

    private boolean isDispatchedAs(Command.Dispatch order) {
        Dispatch dispatch = responsibility.dispatch();
        return dispatch != null
                && (state == StreetState.DISPATCHED || state == StreetState.ACCEPTED)
                && dispatch.department().equals(order.department())
                && dispatch.coDepartments().equals(order.coDepartments())
                && (order.dueBy() == null || order.dueBy().equals(dispatch.dueBy()));
    }

    private boolean isLastNote(Command.Note note, Staff staff) {
        HistoryEntry last = history.getLast();
        return last.verb().equals(Verb.NOTE.word())
                && last.by().equals(staff.id())
                && note.text().equals(last.text());
    }

    private StreetFact factOf(Command command, String by, Instant now, Deadlines deadlines) {
        return switch (command) {
            case Command.Dispatch order ->
                new Dispatched(
                        id,
                        now,
                        by,
                        new Dispatch(
                                order.department(),
                                order.coDepartments(),
                                Objects.requireNonNullElseGet(
                                        order.dueBy(), () -> deadlines.dueBy(report.category(), now))));
            case Command.Accept accept -> new Accepted(id, now, by, leading());
            case Command.Decline decline -> new Declined(id, now, by, leading(), decline.reason());
            case Command.Return back -> new Returned(id, now, by, back.reason());
            case Command.Resolve done -> new Resolved(id, now, by, leadingOrNull(), done.note(), done.photos(), report);
            case Command.Note note -> new Noted(id, now, by, note.text(), note.isPublic());
        };
    }

    private @Nullable String leadingOrNull() {
        Dispatch dispatch = responsibility.dispatch();
        return dispatch == null ? null : dispatch.department();
    }

    private String leading() {
        return Objects.requireNonNull(leadingOrNull(), "only a dispatched case is accepted or declined");
    }

    private StreetCase next(StreetFact fact, StreetState to, Responsibility whose) {
        return new StreetCase(id, report, escalation, to, whose, with(HistoryEntry.of(fact)), receivedAt, fact.at());
    }

    private List<HistoryEntry> with(HistoryEntry entry) {
        List<HistoryEntry> all = new ArrayList<>(history);
        all.add(entry);
        return all;
    }
}
