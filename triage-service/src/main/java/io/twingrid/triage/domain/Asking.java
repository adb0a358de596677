package io.twingrid.triage.domain;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.triage.domain.CaseFact.Assigned;
import io.twingrid.triage.domain.CaseFact.Closed;
import io.twingrid.triage.domain.CaseFact.Extended;
import io.twingrid.triage.domain.CaseFact.ExtensionDeclined;
import io.twingrid.triage.domain.CaseFact.ExtensionRequested;
import io.twingrid.triage.domain.CaseFact.Held;
import io.twingrid.triage.domain.CaseFact.Invalidated;
import io.twingrid.triage.domain.CaseFact.Merged;
import io.twingrid.triage.domain.CaseFact.Noted;
import io.twingrid.triage.domain.CaseFact.Rejected;
import io.twingrid.triage.domain.CaseFact.Reopened;
import io.twingrid.triage.domain.CaseFact.Resolved;
import io.twingrid.triage.domain.CaseFact.Resumed;
import io.twingrid.triage.domain.CaseFact.ReworkRequested;
import io.twingrid.triage.domain.CaseFact.Routed;
import io.twingrid.triage.domain.CaseFact.Transferred;
import io.twingrid.triage.domain.CaseFact.Unmerged;
import io.twingrid.triage.domain.CaseFact.Verified;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A member of staff asks something of a case: what comes of it, by the table of {@link Moves} first. */
final class Asking {
    private final CommunityCase theCase;
    private final Staff staff;
    private final Instant now;
    private final TownRules rules;

    Asking(CommunityCase theCase, Staff staff, Instant now, TownRules rules) {
        this.theCase = theCase;
        this.staff = staff;
        this.now = now;
        this.rules = rules;
    }

    Outcome<CommunityCase, CaseFact> outcomeOf(Command command) {
        Verb verb = command.verb();
        if (!mayAsk(verb)) {
            return Outcome.refused("'" + verb.word() + "' is not yours to ask for.");
        }
        if (isSoAlready(command)) {
            return Outcome.unchanged();
        }
        if (!Moves.in(theCase.state()).contains(verb)) {
            return Outcome.refused("'" + verb.word() + "' is not possible while the case is "
                    + theCase.state().word() + ".");
        }
        return decide(command);
    }

    private boolean mayAsk(Verb verb) {
        return Moves.of(staff.roles()).contains(verb);
    }

    private boolean isSoAlready(Command command) {
        CaseState state = theCase.state();
        return switch (command) {
            case Command.Verify verify ->
                state == CaseState.VERIFIED
                        || (state == CaseState.RESOLVED && theCase.report().handledOnSpot());
            case Command.Reject reject -> state == CaseState.REJECTED;
            case Command.Merge merge ->
                theCase.aside() != null && merge.into().equals(theCase.aside().into());
            case Command.Transfer to -> to.community().equals(theCase.area().community());
            case Command.Assign to ->
                state == CaseState.ASSIGNED && to.handler().equals(theCase.handler());
            case Command.Resolve resolve -> state == CaseState.RESOLVED;
            case Command.Escalate up -> state == CaseState.ESCALATED;
            case Command.Hold hold -> state == CaseState.ON_HOLD;
            case Command.Extend more -> isSoAlready(more);
            case Command.Note note -> isLastLine(note);
            case Command.Check check -> state == CaseState.CLOSED;
            case Command.Close close -> state == CaseState.CLOSED;
            case Command.Invalidate no -> state == CaseState.REJECTED;
            case Command.Unmerge apart -> false;
            case Command.Resume again -> false;
            case Command.ApproveExtension yes -> false;
            case Command.DeclineExtension no -> false;
            case Command.Rework again -> false;
            case Command.Reopen again -> false;
        };
    }

    private boolean isSoAlready(Command.Extend more) {
        Wish wish = theCase.wish();
        return more.until().equals(theCase.resolve().by())
                || (wish != null
                        && !mayAsk(Verb.APPROVE_EXTENSION)
                        && wish.until().equals(more.until()));
    }

    private boolean isLastLine(Command.Note note) {
        HistoryEntry last = theCase.history().getLast();
        return last.equals(
                HistoryEntry.of(new Noted(theCase.id(), last.at(), staff.id(), note.text(), note.isPublic())));
    }

    private Outcome<CommunityCase, CaseFact> decide(Command command) {
        String id = theCase.id();
        String by = staff.id();
        return switch (command) {
            case Command.Verify verify -> theCase.happened(verified());
            case Command.Reject no -> theCase.happened(new Rejected(id, now, by, no.reason(), no.note()));
            case Command.Merge merge -> theCase.happened(merged(merge.into()));
            case Command.Unmerge apart -> theCase.happened(unmerged());
            case Command.Transfer to -> transferred(to);
            case Command.Assign to -> theCase.happened(new Assigned(id, now, by, to.handler()));
            case Command.Resolve done -> theCase.happened(resolved(done.note(), done.photos()));
            case Command.Escalate up -> theCase.happened(theCase.escalated(now, by, up.cause(), up.note()));
            case Command.Hold hold -> held(hold);
            case Command.Resume again -> theCase.happened(resumed(theCase, now, by, rules));
            case Command.Extend more -> extended(more);
            case Command.ApproveExtension yes -> approved();
            case Command.DeclineExtension no -> declined(no.reason());
            case Command.Note note -> theCase.happened(new Noted(id, now, by, note.text(), note.isPublic()));
            case Command.Check check ->
                theCase.happened(new Closed(id, now, by, check.note() == null ? Wording.CHECKED : check.note()));
            case Command.Rework again ->
                theCase.happened(
                        new ReworkRequested(id, now, by, resolvedBy(), again.reason(), rules.resolveBy(theCase, now)));
            case Command.Reopen again ->
                theCase.happened(
                        new Reopened(id, now, by, resolvedBy(), again.reason(), rules.resolveBy(theCase, now)));
            case Command.Invalidate no -> theCase.happened(new Invalidated(id, now, by, no.reason()));
            case Command.Close close -> theCase.happened(new Closed(id, now, by, Wording.CHECKED));
        };
    }

    private List<CaseFact> verified() {
        Verified verified = new Verified(theCase.id(), now, staff.id());
        return theCase.report().handledOnSpot()
                ? List.of(
                        verified,
                        resolved(Wording.HANDLED_ON_SPOT, theCase.report().photos()))
                : List.of(verified);
    }

    private Resolved resolved(String note, List<String> photos) {
        return new Resolved(theCase.id(), now, staff.id(), note, photos, theCase.report(), theCase.priority());
    }

    private Level resolvedBy() {
        Resolution resolution = theCase.resolution();
        return resolution == null ? Level.COMMUNITY : resolution.level();
    }

    private Merged merged(String into) {
        return new Merged(
                theCase.id(),
                now,
                staff.id(),
                into,
                theCase.report().reporter(),
                theCase.allPhotos(),
                theCase.supporters());
    }

    private Unmerged unmerged() {
        Aside aside = Objects.requireNonNull(theCase.aside());
        return new Unmerged(
                theCase.id(),
                now,
                staff.id(),
                Objects.requireNonNull(aside.into()),
                aside.back(),
                rules.moved(theCase.verify().by(), theCase.priority(), aside.since(), now),
                rules.moved(theCase.resolve().by(), theCase.priority(), aside.since(), now));
    }

    private Outcome<CommunityCase, CaseFact> transferred(Command.Transfer to) {
        return rules.areaIn(to.community(), theCase.report().location())
                .map(area -> theCase.happened(List.of(
                        new Transferred(
                                theCase.id(), now, staff.id(), theCase.area().community(), to.community(), to.reason()),
                        new Routed(
                                theCase.id(),
                                now,
                                area,
                                theCase.priority(),
                                rules.verifyBy(theCase, now),
                                theCase.resolve().by(),
                                theCase.possibleDuplicates()))))
                .orElseGet(() -> Outcome.refused("The town has no community '" + to.community() + "'."));
    }

    private Outcome<CommunityCase, CaseFact> held(Command.Hold hold) {
        return hold.reviewOn().isAfter(now)
                ? theCase.happened(new Held(theCase.id(), now, staff.id(), hold.reason(), hold.reviewOn()))
                : Outcome.refused("A review date lies ahead.");
    }

    static Resumed resumed(CommunityCase theCase, Instant now, String by, TownRules rules) {
        Aside aside = Objects.requireNonNull(theCase.aside());
        return new Resumed(
                theCase.id(),
                now,
                by,
                aside.back(),
                rules.moved(theCase.resolve().by(), theCase.priority(), aside.since(), now));
    }

    private Outcome<CommunityCase, CaseFact> extended(Command.Extend more) {
        if (theCase.resolve().isOverAt(now)) {
            return Outcome.refused("More time is asked for before the time is over.");
        }
        if (!more.until().isAfter(theCase.resolve().by())) {
            return Outcome.refused("The case has until " + theCase.resolve().by() + " already.");
        }
        return theCase.happened(
                mayAsk(Verb.APPROVE_EXTENSION)
                        ? new Extended(theCase.id(), now, staff.id(), more.until(), more.reason())
                        : new ExtensionRequested(theCase.id(), now, staff.id(), more.until(), more.reason()));
    }

    private Outcome<CommunityCase, CaseFact> approved() {
        Wish wish = theCase.wish();
        return wish == null
                ? nobodyAsked(Verb.APPROVE_EXTENSION)
                : theCase.happened(new Extended(theCase.id(), now, staff.id(), wish.until(), wish.reason()));
    }

    private Outcome<CommunityCase, CaseFact> declined(String reason) {
        return theCase.wish() == null
                ? nobodyAsked(Verb.DECLINE_EXTENSION)
                : theCase.happened(new ExtensionDeclined(theCase.id(), now, staff.id(), reason));
    }

    private static Outcome<CommunityCase, CaseFact> nobodyAsked(Verb verb) {
        return Outcome.refused("'" + verb.word() + "' is not possible: nobody asks for more time.");
    }
}
