package io.twingrid.escalation.domain;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

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
import java.util.List;

/** What happens when somebody asks for what is allowed. */
final class Consequences {
    private Consequences() {}

    static List<StreetFact> of(StreetCase theCase, Command command, Staff staff, Instant now, Deadlines deadlines) {
        String id = theCase.id();
        String by = staff.id();
        return switch (command) {
            case Command.Dispatch order -> List.of(dispatched(theCase, order, by, now, deadlines));
            case Command.Accept accept -> List.of(new Accepted(id, now, by, leading(theCase)));
            case Command.ReportIn there ->
                List.of(new ReportedIn(
                        id, now, by, requireNonNull(staff.department(), "only a department's officer reports in")));
            case Command.Decline decline -> declined(theCase, decline, by, now, deadlines);
            case Command.Urge urge ->
                List.of(new Urged(
                        id,
                        now,
                        by,
                        theCase.running().stage() + 1,
                        theCase.running().dueBy(),
                        leading(theCase)));
            case Command.Return back -> List.of(new Returned(id, now, by, back.reason()));
            case Command.Hold hold -> List.of(new Held(id, now, by, hold.reason(), hold.reviewOn()));
            case Command.Resume resume -> List.of(resumed(theCase, by, now, deadlines));
            case Command.Extend extend -> List.of(extended(theCase, extend, staff, now));
            case Command.ApproveExtension yes -> List.of(approved(theCase, by, now));
            case Command.DeclineExtension no -> List.of(new ExtensionDeclined(id, now, by, no.reason()));
            case Command.Resolve done ->
                List.of(new Resolved(
                        id,
                        now,
                        by,
                        theCase.responsibility().leading(),
                        done.note(),
                        done.photos(),
                        theCase.report(),
                        theCase.running().isOnTime(now)));
            case Command.Note note -> List.of(new Noted(id, now, by, note.text(), note.isPublic()));
        };
    }

    /** What was left of the time when the case was put on hold is left from now on. */
    static StreetFact resumed(StreetCase theCase, String by, Instant now, Deadlines deadlines) {
        Tempo tempo = theCase.running();
        Tempo.Hold hold = requireNonNull(tempo.hold(), "only what is on hold is resumed");
        Instant dueBy = deadlines.putOff(
                theCase.report(), theCase.responsibility().leading(), tempo.dueBy(), hold.since(), now);
        return new Resumed(theCase.id(), now, by, dueBy);
    }

    private static StreetFact dispatched(
            StreetCase theCase, Command.Dispatch order, String by, Instant now, Deadlines deadlines) {
        Instant dueBy = requireNonNullElseGet(
                order.dueBy(), () -> deadlines.resolveBy(theCase.report(), order.department(), now));
        return new Dispatched(
                theCase.id(), now, by, order.department(), order.coDepartments(), dueBy, isOnTime(theCase, now));
    }

    /** Only the first dispatch is measured: what is dispatched anew was in time, or late, before. */
    private static boolean isOnTime(StreetCase theCase, Instant now) {
        return theCase.state() != StreetState.RECEIVED || theCase.running().isOnTime(now);
    }

    /** After too many in a row the coordinator who dispatched it last has it in hand, by name: it wanders no further. */
    private static List<StreetFact> declined(
            StreetCase theCase, Command.Decline decline, String by, Instant now, Deadlines deadlines) {
        Responsibility whose = theCase.responsibility();
        int inARow = whose.declines() + 1;
        StreetFact declined = new Declined(theCase.id(), now, by, leading(theCase), decline.reason(), inARow);
        return inARow < deadlines.mostDeclines() || whose.handler() != null || whose.dispatchedBy() == null
                ? List.of(declined)
                : List.of(declined, new Assigned(theCase.id(), now, StreetCase.SYSTEM, whose.dispatchedBy()));
    }

    private static StreetFact approved(StreetCase theCase, String by, Instant now) {
        Tempo.Extension asked = requireNonNull(theCase.running().asked(), "nobody asked for more time");
        return new Extended(theCase.id(), now, by, asked.until(), asked.reason());
    }

    /** The centre gives time at once; a department asks for it. */
    private static StreetFact extended(StreetCase theCase, Command.Extend extend, Staff staff, Instant now) {
        return theCase.standingsOf(staff).contains(Standing.CENTRE)
                ? new Extended(theCase.id(), now, staff.id(), extend.until(), extend.reason())
                : new ExtensionRequested(
                        theCase.id(), now, staff.id(), leading(theCase), extend.until(), extend.reason());
    }

    private static String leading(StreetCase theCase) {
        return requireNonNull(theCase.responsibility().leading(), "no department has the case");
    }
}
