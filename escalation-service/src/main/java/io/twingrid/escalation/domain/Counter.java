package io.twingrid.escalation.domain;

import java.util.EnumSet;
import java.util.Set;

/** What is counted at the street. */
public enum Counter {
    /** Cases that came up, again included. */
    RECEIVED,
    /** Dispatches by people. */
    DISPATCHED,
    /** Of those, after the centre's time was over. */
    DISPATCHED_LATE,
    ACCEPTED,
    DECLINED,
    URGED,
    HELD,
    EXTENDED,
    RETURNED,
    RESOLVED,
    /** Of those, after the time for it was over. */
    RESOLVED_LATE,
    /** Cases that came back to a department, after the community's check or because the reporter said so. */
    REWORKED,
    /** Resolutions of which the reporter said something; in the month of the resolution. */
    JUDGED,
    /** Of those, the ones of which he said, the last time, that it is done. */
    SATISFIED;

    /** What a fact counts for. */
    public static Set<Counter> of(StreetFact fact) {
        return switch (fact) {
            case StreetFact.Dispatched dispatched ->
                dispatched.by().equals(StreetCase.SYSTEM)
                        ? EnumSet.of(REWORKED)
                        : timely(DISPATCHED, DISPATCHED_LATE, dispatched.onTime());
            case StreetFact.Accepted accepted -> EnumSet.of(ACCEPTED);
            case StreetFact.Declined declined -> EnumSet.of(DECLINED);
            case StreetFact.Urged urged -> EnumSet.of(URGED);
            case StreetFact.Held held -> EnumSet.of(HELD);
            case StreetFact.Extended extended -> EnumSet.of(EXTENDED);
            case StreetFact.Returned returned -> EnumSet.of(RETURNED);
            case StreetFact.Resolved resolved -> timely(RESOLVED, RESOLVED_LATE, resolved.onTime());
            case StreetFact.ReportedIn there -> EnumSet.noneOf(Counter.class);
            case StreetFact.Assigned assigned -> EnumSet.noneOf(Counter.class);
            case StreetFact.Resumed resumed -> EnumSet.noneOf(Counter.class);
            case StreetFact.ExtensionRequested asked -> EnumSet.noneOf(Counter.class);
            case StreetFact.ExtensionDeclined no -> EnumSet.noneOf(Counter.class);
            case StreetFact.Noted noted -> EnumSet.noneOf(Counter.class);
        };
    }

    private static Set<Counter> timely(Counter all, Counter late, boolean onTime) {
        return onTime ? EnumSet.of(all) : EnumSet.of(all, late);
    }
}
