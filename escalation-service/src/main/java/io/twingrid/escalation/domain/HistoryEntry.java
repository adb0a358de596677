package io.twingrid.escalation.domain;

import io.twingrid.escalation.domain.StreetFact.Accepted;
import io.twingrid.escalation.domain.StreetFact.Declined;
import io.twingrid.escalation.domain.StreetFact.Dispatched;
import io.twingrid.escalation.domain.StreetFact.Noted;
import io.twingrid.escalation.domain.StreetFact.Resolved;
import io.twingrid.escalation.domain.StreetFact.Returned;
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
                line(fact, Verb.DISPATCH, String.join(", ", to.to().departments()));
            case Accepted accepted -> line(fact, Verb.ACCEPT, accepted.department());
            case Declined declined -> line(fact, Verb.DECLINE, declined.reason());
            case Returned returned -> line(fact, Verb.RETURN, returned.reason());
            case Noted noted -> line(fact, Verb.NOTE, noted.text());
            case Resolved resolved -> line(fact, Verb.RESOLVE, resolved.note());
        };
    }

    private static HistoryEntry line(StreetFact fact, Verb verb, String text) {
        return new HistoryEntry(fact.at(), verb.word(), fact.by(), text);
    }
}
