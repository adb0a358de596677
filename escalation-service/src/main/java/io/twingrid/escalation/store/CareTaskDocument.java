package io.twingrid.escalation.store;

import io.twingrid.chassis.change.Documents;
import io.twingrid.escalation.domain.HistoryEntry;
import io.twingrid.escalation.domain.care.CareErrand;
import io.twingrid.escalation.domain.care.CareState;
import io.twingrid.escalation.domain.care.CareTask;
import io.twingrid.escalation.domain.care.Sealed;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A care task as it is kept; address and code are encrypted.
 *
 * @param areas ids of street, community and grid
 * @param nextDeadline when time itself does something to it; absent if it waits for nothing
 */
public record CareTaskDocument(
        @BsonId String id,
        List<String> areas,
        CareState state,
        @Nullable String observerId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant nextDeadline,
        CareErrand errand,
        @Nullable Sealed address,
        @Nullable Sealed code,
        int wrongCodes,
        boolean told,
        List<HistoryEntry> history) {
    /** The field that the sweep looks at. */
    public static final String NEXT_DEADLINE = "nextDeadline";

    public static BsonDocument write(CareTask task, @Nullable Instant nextDeadline) {
        return Documents.write(new CareTaskDocument(
                task.id(),
                task.errand().area().all(),
                task.state(),
                task.observerId(),
                task.createdAt(),
                task.updatedAt(),
                nextDeadline,
                task.errand(),
                task.address(),
                task.code(),
                task.wrongCodes(),
                task.told(),
                task.history()));
    }

    public static CareTask read(BsonDocument document) {
        CareTaskDocument kept = Documents.read(document, CareTaskDocument.class);
        return new CareTask(
                kept.id,
                kept.errand,
                kept.address,
                kept.code,
                kept.wrongCodes,
                kept.state,
                kept.observerId,
                kept.told,
                kept.history,
                kept.createdAt,
                kept.updatedAt);
    }
}
