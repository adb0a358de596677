package io.twingrid.escalation.domain;

import java.time.Instant;

/** Which requests ask for what is so already. They are greeted calmly: a client that lost its answer asks again. */
final class Repeats {
    private Repeats() {}

    /** @param lately what was pressed for since then is pressed for already */
    static boolean isSoAlready(StreetCase theCase, Command command, Staff staff, Instant lately) {
        StreetState state = theCase.state();
        return switch (command) {
            case Command.Dispatch order -> isDispatchedAs(theCase, order);
            case Command.Accept accept -> state == StreetState.ACCEPTED;
            case Command.ReportIn there -> hasReportedIn(theCase, staff);
            case Command.Decline decline ->
                state == StreetState.RECEIVED && theCase.responsibility().declinedBy() != null;
            case Command.Urge urge ->
                isLast(theCase, Verb.URGE)
                        && lastBy(theCase).equals(staff.id())
                        && theCase.history().getLast().at().isAfter(lately);
            case Command.Return back -> state == StreetState.RETURNED;
            case Command.Hold hold -> isHeldAs(theCase, hold);
            case Command.Resume resume -> isLast(theCase, Verb.RESUME);
            case Command.Extend extend -> isExtendedAs(theCase, extend, staff);
            case Command.ApproveExtension yes -> isLast(theCase, Verb.EXTEND);
            case Command.DeclineExtension no -> isLast(theCase, Verb.DECLINE_EXTENSION);
            case Command.Resolve resolve -> state == StreetState.RESOLVED;
            case Command.Note note ->
                isLast(theCase, Verb.NOTE)
                        && lastBy(theCase).equals(staff.id())
                        && note.text().equals(theCase.history().getLast().text());
        };
    }

    private static boolean isDispatchedAs(StreetCase theCase, Command.Dispatch order) {
        Dispatch dispatch = theCase.responsibility().dispatch();
        return dispatch != null
                && (theCase.state() == StreetState.DISPATCHED || theCase.state() == StreetState.ACCEPTED)
                && dispatch.department().equals(order.department())
                && dispatch.coDepartments().equals(order.coDepartments())
                && (order.dueBy() == null
                        || order.dueBy().equals(theCase.running().dueBy()));
    }

    private static boolean hasReportedIn(StreetCase theCase, Staff staff) {
        Dispatch dispatch = theCase.responsibility().dispatch();
        return dispatch != null
                && staff.department() != null
                && dispatch.reportedIn().contains(staff.department());
    }

    private static boolean isHeldAs(StreetCase theCase, Command.Hold asked) {
        Tempo.Hold hold = theCase.tempo() == null ? null : theCase.tempo().hold();
        return hold != null
                && hold.reviewOn().equals(asked.reviewOn())
                && hold.reason().equals(asked.reason());
    }

    private static boolean isExtendedAs(StreetCase theCase, Command.Extend asked, Staff staff) {
        Tempo tempo = theCase.tempo();
        if (tempo == null) {
            return false;
        }
        return (isLast(theCase, Verb.EXTEND) && tempo.dueBy().equals(asked.until()))
                || new Tempo.Extension(staff.id(), asked.until(), asked.reason()).equals(tempo.asked());
    }

    private static boolean isLast(StreetCase theCase, Verb verb) {
        return theCase.history().getLast().verb().equals(verb.word());
    }

    private static String lastBy(StreetCase theCase) {
        return theCase.history().getLast().by();
    }
}
