package io.twingrid.escalation.store;

import io.twingrid.chassis.change.Documents;
import io.twingrid.escalation.domain.Escalation;
import io.twingrid.escalation.domain.HistoryEntry;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.Responsibility;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetState;
import io.twingrid.escalation.domain.Tempo;
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
 * @param nextDeadline when time itself does something to it; absent if it waits for nothing
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
        @Nullable Instant nextDeadline,
        @Nullable Tempo tempo,
        Responsibility responsibility,
        Report report,
        Escalation escalation,
        List<HistoryEntry> history,
        @Nullable Boolean satisfied) {
    /** The field that the sweep looks at. */
    public static final String NEXT_DEADLINE = "nextDeadline";

    public static BsonDocument write(StreetCase theCase) {
        return Documents.write(new StreetCaseDocument(
                theCase.id(),
                theCase.report().area().street(),
                theCase.report().area().all(),
                theCase.state(),
                theCase.responsibility().departments(),
                theCase.responsibility().involved(),
                theCase.receivedAt(),
                theCase.updatedAt(),
                theCase.nextDeadline(),
                theCase.tempo(),
                theCase.responsibility(),
                theCase.report(),
                theCase.escalation(),
                theCase.history(),
                theCase.satisfied()));
    }

    public static StreetCase read(BsonDocument document) {
        StreetCaseDocument kept = Documents.read(document, StreetCaseDocument.class);
        return new StreetCase(
                kept.id,
                kept.report,
                kept.escalation,
                kept.state,
                kept.responsibility,
                kept.tempo,
                kept.history,
                kept.satisfied,
                kept.receivedAt,
                kept.updatedAt);
    }
}
