package io.twingrid.escalation.store;

import io.twingrid.chassis.change.Documents;
import io.twingrid.escalation.domain.Dispatch;
import io.twingrid.escalation.domain.Escalation;
import io.twingrid.escalation.domain.HistoryEntry;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.Responsibility;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetState;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A street case as it is kept. What lists are filtered by stands at the top, for the indexes.
 *
 * @param street id of the street whose centre owns it
 * @param areas ids of street, community and grid
 * @param departments ids of those that have it now, the leading one first
 * @param dueBy null while it is with no department
 */
public record StreetCaseDocument(
        @BsonId String id,
        String street,
        List<String> areas,
        StreetState state,
        List<String> departments,
        List<String> involved,
        Instant receivedAt,
        Instant updatedAt,
        @Nullable Instant dueBy,
        @Nullable String answerable,
        @Nullable String declinedBy,
        Report report,
        Escalation escalation,
        List<HistoryEntry> history) {

    public static BsonDocument write(StreetCase theCase) {
        return Documents.write(from(theCase));
    }

    public static StreetCase read(BsonDocument document) {
        return Documents.read(document, StreetCaseDocument.class).toCase();
    }

    private static StreetCaseDocument from(StreetCase theCase) {
        Responsibility whose = theCase.responsibility();
        Dispatch dispatch = whose.dispatch();
        return new StreetCaseDocument(
                theCase.id(),
                theCase.report().area().street(),
                theCase.report().area().all(),
                theCase.state(),
                whose.departments(),
                whose.involved(),
                theCase.receivedAt(),
                theCase.updatedAt(),
                dispatch == null ? null : dispatch.dueBy(),
                whose.answerable(),
                whose.declinedBy(),
                theCase.report(),
                theCase.escalation(),
                theCase.history());
    }

    private StreetCase toCase() {
        return new StreetCase(
                id,
                report,
                escalation,
                state,
                new Responsibility(dispatch(), answerable, declinedBy, involved),
                history,
                receivedAt,
                updatedAt);
    }

    private @Nullable Dispatch dispatch() {
        return dueBy == null
                ? null
                : new Dispatch(departments.getFirst(), departments.subList(1, departments.size()), dueBy);
    }
}
