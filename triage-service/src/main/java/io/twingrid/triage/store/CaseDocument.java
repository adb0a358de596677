package io.twingrid.triage.store;

import io.twingrid.chassis.change.Documents;
import io.twingrid.triage.domain.Area;
import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.HistoryEntry;
import io.twingrid.triage.domain.Priority;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.Resolution;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is written down.
 *
 * @param areas the ids of {@code area} as a list, so that one index serves a question for any of the three
 */
public record CaseDocument(
        @BsonId String id,
        Report report,
        Area area,
        List<String> areas,
        Priority priority,
        Instant verifyBy,
        Instant resolveBy,
        CaseState state,
        @Nullable String handler,
        @Nullable Resolution resolution,
        List<HistoryEntry> history,
        Instant updatedAt) {
    static final String ID = "_id";
    static final String AREAS = "areas";
    static final String STATE = "state";
    static final String SUBMITTED_AT = "report.submittedAt";

    public static BsonDocument write(CommunityCase theCase) {
        return Documents.write(new CaseDocument(
                theCase.id(),
                theCase.report(),
                theCase.area(),
                theCase.area().ids(),
                theCase.priority(),
                theCase.verifyBy(),
                theCase.resolveBy(),
                theCase.state(),
                theCase.handler(),
                theCase.resolution(),
                theCase.history(),
                theCase.updatedAt()));
    }

    public static CommunityCase read(BsonDocument document) {
        return Documents.read(document, CaseDocument.class).toCase();
    }

    private CommunityCase toCase() {
        return new CommunityCase(
                id, report, area, priority, verifyBy, resolveBy, state, handler, resolution, history, updatedAt);
    }
}
