package io.twingrid.triage.domain;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.triage.domain.CaseFact.Assigned;
import io.twingrid.triage.domain.CaseFact.Closed;
import io.twingrid.triage.domain.CaseFact.Escalated;
import io.twingrid.triage.domain.CaseFact.Noted;
import io.twingrid.triage.domain.CaseFact.Rejected;
import io.twingrid.triage.domain.CaseFact.Reopened;
import io.twingrid.triage.domain.CaseFact.Resolved;
import io.twingrid.triage.domain.CaseFact.Routed;
import io.twingrid.triage.domain.CaseFact.Verified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report while a community answers for it (社区案件).
 *
 * <p>{@link #ask} and {@link #hear} decide what comes of a verb and of what others did; {@link #after} alone says what a
 * fact of ours does to the case.
 *
 * @param id the report's id
 * @param verifyBy when somebody is to have looked
 * @param resolveBy when it is to be settled
 * @param handler id of the person of the community who handles it or did it, or null
 * @param resolution how it was done; there while the case is RESOLVED or CLOSED, else null
 * @param updatedAt when something happened to it the last time
 */
public record CommunityCase(
        String id,
        Report report,
        Area area,
        Priority priority,
        Instant verifyBy,
        Instant resolveBy,
        CaseState state,
        @Nullable String handler,
        @Nullable Resolution resolution,
        List<HistoryEntry> history,
        Instant updatedAt) {
    /** Who acts where no person does. */
    public static final String SYSTEM = "system";

    public CommunityCase {
        history = List.copyOf(history);
    }

    /** A report becomes a case. What belongs to the street by its category goes up at once. */
    public static Outcome.Changed<CommunityCase, CaseFact> open(
            String id, Report report, Routing routing, Instant now) {
        Routed routed =
                new Routed(id, now, routing.area(), routing.priority(), routing.verifyBy(), routing.resolveBy());
        CommunityCase opened = routed(id, report, routed, List.of());
        if (routing.level() == Level.COMMUNITY) {
            return new Outcome.Changed<>(opened, List.of(routed));
        }
        CaseFact escalated = opened.escalated(now, SYSTEM, Cause.CATEGORY, null);
        return new Outcome.Changed<>(opened.after(escalated), List.of(routed, escalated));
    }

    /** A member of staff asks for something. Asking for what is so already changes nothing. */
    public Outcome<CommunityCase, CaseFact> ask(Command command, Staff staff, Instant now) {
        Verb verb = command.verb();
        if (!Moves.of(staff.roles()).contains(verb)) {
            return Outcome.refused("'" + verb.word() + "' is not yours to ask for.");
        }
        if (isSoAlready(command, staff)) {
            return Outcome.unchanged();
        }
        if (!Moves.in(state).contains(verb)) {
            return Outcome.refused("'" + verb.word() + "' is not possible while the case is " + state.word() + ".");
        }
        return happened(factsOf(command, staff.id(), now));
    }

    /** Others did something. What does not concern the case as it stands changes nothing. */
    public Outcome<CommunityCase, CaseFact> hear(News news) {
        return switch (news) {
            case News.Dispatched to -> whileEscalated(to, CaseState.ESCALATED, null);
            case News.Returned back -> whileEscalated(back, CaseState.VERIFIED, null);
            case News.ResolvedByStreet done ->
                whileEscalated(done, CaseState.RESOLVED, new Resolution(Level.STREET, done.note(), done.photos()));
            case News.Feedback feedback -> hearReporter(feedback);
        };
    }

    /** The case as it is once this has happened. */
    public CommunityCase after(CaseFact fact) {
        return switch (fact) {
            case Routed to -> routed(id, report, to, history);
            case Verified verified -> next(verified, CaseState.VERIFIED, handler, resolution);
            case Rejected rejected -> next(rejected, CaseState.REJECTED, null, null);
            case Assigned to -> next(to, CaseState.ASSIGNED, to.handler(), null);
            case Noted noted -> next(noted, state, handler, resolution);
            case Escalated up -> next(up, CaseState.ESCALATED, null, null);
            case Resolved done ->
                next(done, CaseState.RESOLVED, done.by(), new Resolution(Level.COMMUNITY, done.note(), done.photos()));
            case Reopened again ->
                next(again, again.level() == Level.STREET ? CaseState.ESCALATED : CaseState.ASSIGNED, handler, null);
            case Closed closed -> next(closed, CaseState.CLOSED, handler, resolution);
        };
    }

    /** Whether a member of staff may know of this case. */
    public boolean isSeenBy(Staff staff) {
        return staff.isAdmin() || area.ids().stream().anyMatch(staff.areas()::contains);
    }

    /** The verbs that a member of staff may use next. */
    public Set<Verb> allowedTo(Staff staff) {
        return Moves.allowed(state, staff.roles());
    }

    private boolean isSoAlready(Command command, Staff staff) {
        return switch (command) {
            case Command.Verify verify ->
                state == CaseState.VERIFIED || (state == CaseState.RESOLVED && report.handledOnSpot());
            case Command.Reject reject -> state == CaseState.REJECTED;
            case Command.Assign to ->
                state == CaseState.ASSIGNED && to.handler().equals(handler);
            case Command.Resolve resolve -> state == CaseState.RESOLVED;
            case Command.Escalate up -> state == CaseState.ESCALATED;
            case Command.Note note -> isLastLine(note, staff);
            case Command.Close close -> state == CaseState.CLOSED;
        };
    }

    private boolean isLastLine(Command.Note note, Staff staff) {
        HistoryEntry last = history.getLast();
        return last.equals(HistoryEntry.of(new Noted(id, last.at(), staff.id(), note.text(), note.isPublic())));
    }

    private List<CaseFact> factsOf(Command command, String by, Instant now) {
        return switch (command) {
            case Command.Verify verify -> verified(by, now);
            case Command.Reject no -> List.of(new Rejected(id, now, by, no.reason(), no.note()));
            case Command.Assign to -> List.of(new Assigned(id, now, by, to.handler()));
            case Command.Resolve done ->
                List.of(new Resolved(id, now, by, done.note(), done.photos(), report, priority));
            case Command.Escalate up -> List.of(escalated(now, by, up.cause(), up.note()));
            case Command.Note note -> List.of(new Noted(id, now, by, note.text(), note.isPublic()));
            case Command.Close close -> List.of(new Closed(id, now, by, Wording.CHECKED));
        };
    }

    private List<CaseFact> verified(String by, Instant now) {
        Verified verified = new Verified(id, now, by);
        return report.handledOnSpot()
                ? List.of(
                        verified, new Resolved(id, now, by, Wording.HANDLED_ON_SPOT, report.photos(), report, priority))
                : List.of(verified);
    }

    private Escalated escalated(Instant now, String by, Cause cause, @Nullable String note) {
        return new Escalated(id, now, by, cause, note, report, area, priority);
    }

    private Outcome<CommunityCase, CaseFact> happened(List<CaseFact> facts) {
        CommunityCase after = this;
        for (CaseFact fact : facts) {
            after = after.after(fact);
        }
        return Outcome.changed(after, facts);
    }

    /** What the street does concerns a case that it owns; news that comes late for one that it gave back is no news. */
    private Outcome<CommunityCase, CaseFact> whileEscalated(News news, CaseState to, @Nullable Resolution how) {
        return state == CaseState.ESCALATED
                ? Outcome.changed(next(HistoryEntry.of(news), to, handler, how), List.of())
                : Outcome.unchanged();
    }

    private Outcome<CommunityCase, CaseFact> hearReporter(News.Feedback feedback) {
        if (resolution != null && !feedback.solved()) {
            String reason = feedback.comment() == null ? Wording.NOT_SOLVED : feedback.comment();
            // Whoever resolved it has it again: the street, or here the person who did it.
            return happened(List.of(new Reopened(id, feedback.at(), feedback.by(), resolution.level(), reason)));
        }
        return Outcome.changed(next(HistoryEntry.of(feedback), state, handler, resolution), List.of());
    }

    private static CommunityCase routed(String id, Report report, Routed to, List<HistoryEntry> before) {
        return new CommunityCase(
                id,
                report,
                to.area(),
                to.priority(),
                to.verifyBy(),
                to.resolveBy(),
                CaseState.ROUTED,
                null,
                null,
                with(before, HistoryEntry.of(to)),
                to.at());
    }

    private CommunityCase next(CaseFact fact, CaseState to, @Nullable String who, @Nullable Resolution how) {
        return next(HistoryEntry.of(fact), to, who, how);
    }

    private CommunityCase next(HistoryEntry line, CaseState to, @Nullable String who, @Nullable Resolution how) {
        return new CommunityCase(
                id, report, area, priority, verifyBy, resolveBy, to, who, how, with(history, line), line.at());
    }

    private static List<HistoryEntry> with(List<HistoryEntry> before, HistoryEntry line) {
        List<HistoryEntry> all = new ArrayList<>(before);
        all.add(line);
        return all;
    }
}
