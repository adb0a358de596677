package io.twingrid.escalation.domain;

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
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's story.
 *
 * @param verb the word for what was done
 * @param by a person's id, or {@code system}
 * @param text reason, note or departments, if there is any
 */
public record HistoryEntry(
        Instant at, String verb, String by, @Nullable String text) {

    static HistoryEntry of(Escalation up) {
        return new HistoryEntry(up.at(), "escalate", up.by(), up.note());
    }

    static HistoryEntry of(StreetFact fact) {
        return switch (fact) {
            case Dispatched to ->
                line(
                        fact,
                        Verb.DISPATCH,
                        String.join(
                                ", ",
                                Dispatch.to(to.department(), to.coDepartments(), null)
                                        .departments()));
            case Accepted accepted -> line(fact, Verb.ACCEPT, accepted.department());
            case ReportedIn there -> line(fact, Verb.REPORT_IN, there.department());
            case Declined declined -> line(fact, Verb.DECLINE, declined.reason());
            case Assigned assigned -> new HistoryEntry(fact.at(), "assign", fact.by(), assigned.handler());
            case Urged urged -> line(fact, Verb.URGE, textOf(urged));
            case Returned returned -> line(fact, Verb.RETURN, returned.reason());
            case Held held -> line(fact, Verb.HOLD, held.reason());
            case Resumed resumed -> line(fact, Verb.RESUME, null);
            case ExtensionRequested asked -> new HistoryEntry(fact.at(), "ask-extension", fact.by(), asked.reason());
            case ExtensionDeclined no -> line(fact, Verb.DECLINE_EXTENSION, no.reason());
            case Extended extended -> line(fact, Verb.EXTEND, extended.reason());
            case Noted noted -> line(fact, Verb.NOTE, noted.text());
            case Resolved resolved -> line(fact, Verb.RESOLVE, resolved.note());
        };
    }

    private static String textOf(Urged urged) {
        return urged.stage() + (urged.department() == null ? "" : " " + urged.department());
    }

    private static HistoryEntry line(StreetFact fact, Verb verb, @Nullable String text) {
        return new HistoryEntry(fact.at(), verb.word(), fact.by(), text);
    }
}
