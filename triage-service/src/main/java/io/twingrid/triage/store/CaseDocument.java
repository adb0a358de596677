package io.twingrid.triage.store;

import io.twingrid.chassis.change.Documents;
import io.twingrid.triage.domain.Area;
import io.twingrid.triage.domain.Aside;
import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.Due;
import io.twingrid.triage.domain.HistoryEntry;
import io.twingrid.triage.domain.Joined;
import io.twingrid.triage.domain.Light;
import io.twingrid.triage.domain.Priority;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.Resolution;
import io.twingrid.triage.domain.Track;
import io.twingrid.triage.domain.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is written down.
 *
 * @param areas the ids of {@code area} as a list, so that one index serves a question for any of the three
 * @param spot category and square of the map, so that an index finds what is of the same kind and near by
 * @param words what a search finds it by: its number, description and address
 * @param wakeAt when something about it changes by itself next; absent if nothing does
 */
public record CaseDocument(
        @BsonId String id,
        Report report,
        Area area,
        List<String> areas,
        String spot,
        List<String> words,
        Priority priority,
        Due verify,
        Due resolve,
        CaseState state,
        Light light,
        @Nullable Instant wakeAt,
        @Nullable String handler,
        @Nullable Resolution resolution,
        @Nullable Aside aside,
        @Nullable Wish wish,
        List<String> supporters,
        List<Joined> joined,
        List<String> possibleDuplicates,
        Track track,
        List<HistoryEntry> history,
        Instant updatedAt) {
    static final String ID = "_id";
    static final String AREAS = "areas";
    static final String STATE = "state";
    static final String LIGHT = "light";
    static final String HANDLER = "handler";
    static final String CATEGORY = "report.category";
    static final String NUMBER = "report.number";
    static final String SPOT = "spot";
    static final String WORDS = "words";
    /** The field with the moment at which something about a case changes by itself next. */
    public static final String WAKE_AT = "wakeAt";

    /**
     * Beside the case: that nobody has counted its last change yet. Whoever has takes the mark away; each change has a mark
     * of its own, since a mark that was there already would not be written, and might be taken away meanwhile.
     */
    static final String UNCOUNTED = "uncounted";

    static final String SUBMITTED_AT = "report.submittedAt";

    /**
     * The document of a case.
     *
     * @param feedbackWindow how long a case waits for a word of the reporter once it is done
     */
    public static BsonDocument write(CommunityCase theCase, Duration feedbackWindow) {
        Report report = theCase.report();
        BsonDocument document = Documents.write(new CaseDocument(
                theCase.id(),
                report,
                theCase.area(),
                theCase.area().ids(),
                MapSquares.spotOf(report.category(), report.location()),
                SearchWords.of(report.number()
                        + ' '
                        + report.description()
                        + ' '
                        + (report.address() == null ? "" : report.address())),
                theCase.priority(),
                theCase.verify(),
                theCase.resolve(),
                theCase.state(),
                theCase.light(),
                theCase.wakeAt(feedbackWindow),
                theCase.handler(),
                theCase.resolution(),
                theCase.aside(),
                theCase.wish(),
                theCase.supporters(),
                theCase.joined(),
                theCase.possibleDuplicates(),
                theCase.track(),
                theCase.history(),
                theCase.updatedAt()));
        return document.append(UNCOUNTED, new BsonObjectId());
    }

    public static CommunityCase read(BsonDocument document) {
        return Documents.read(document, CaseDocument.class).toCase();
    }

    private CommunityCase toCase() {
        return new CommunityCase(
                id,
                report,
                area,
                priority,
                verify,
                resolve,
                state,
                light,
                handler,
                resolution,
                aside,
                wish,
                supporters,
                joined,
                possibleDuplicates,
                track,
                history,
                updatedAt);
    }
}
