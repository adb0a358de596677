package io.twingrid.intake.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.twingrid.chassis.change.Documents;
import io.twingrid.intake.domain.Feedback;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.domain.Status;
import io.twingrid.intake.domain.Tally;
import io.twingrid.intake.domain.TimelineEntry;
import io.twingrid.intake.domain.ViewChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a view is in the store. Each applies only where its fact is not in the document yet. What depends on
 * how the document stands is written once for each case with the case in its filter, one after the other: the first that
 * applies makes the fact known, so the others do nothing. That needs no read before the write.
 */
final class ViewWrites {
    private static final Bson ALWAYS = new Document();

    private final ZoneId zone;

    ViewWrites(ZoneId zone) {
        this.zone = zone;
    }

    Stream<WriteModel<BsonDocument>> of(ViewChange change) {
        return switch (change) {
            case ViewChange.Opened opened -> Stream.of(opened(opened));
            case ViewChange.Advanced step -> Stream.of(advanced(step));
            case ViewChange.WentOn step ->
                Stream.of(
                        wentOn(step, Status.DISPATCHED, eq("standing", Status.DISPATCHED.word())),
                        wentOn(step, Status.ESCALATED, ALWAYS));
            case ViewChange.Supported supported -> Stream.of(supported(supported));
            case ViewChange.Judged judged ->
                Stream.of(
                        judged(judged, null, exists("feedback", false)),
                        judged(judged, true, eq("feedback.resolved", true)),
                        judged(judged, false, ALWAYS));
            case ViewChange.Ignored ignored -> Stream.empty();
        };
    }

    private WriteModel<BsonDocument> opened(ViewChange.Opened opened) {
        Report report = opened.report();
        List<Tally> tallies = new ArrayList<>();
        tallies.add(new Tally(opened.factId(), day(report.at()), "submitted", null, 1));
        if (report.handledOnSpot()) {
            tallies.add(new Tally(opened.factId(), day(report.at()), "handled-on-spot", null, 1));
        }
        BsonDocument document = Documents.write(ReportDocument.opened(report, opened.factId(), tallies));
        document.remove("_id");
        return new UpdateOneModel<>(
                eq("_id", report.id()), new BsonDocument("$setOnInsert", document), new UpdateOptions().upsert(true));
    }

    private WriteModel<BsonDocument> advanced(ViewChange.Advanced step) {
        List<Bson> sets = new ArrayList<>(standing(step.entry(), step.expectedBy()));
        if (step.area() != null) {
            sets.add(Updates.set("area", Documents.write(step.area())));
        }
        return once(step, step.factId(), step.entry(), sets, List.of(tally(step.factId(), step.entry())), ALWAYS);
    }

    private WriteModel<BsonDocument> wentOn(ViewChange.WentOn step, Status status, Bson condition) {
        TimelineEntry entry = step.entry().leadingTo(status);
        return once(
                step,
                step.factId(),
                entry,
                standing(entry, step.expectedBy()),
                List.of(tally(step.factId(), entry)),
                condition);
    }

    private static List<Bson> standing(TimelineEntry entry, @Nullable Instant expectedBy) {
        List<Bson> sets = new ArrayList<>();
        Status status = entry.status();
        if (status != null) {
            sets.add(Updates.set("status", status.word()));
            sets.add(Updates.set("open", status.isOpen()));
        }
        if (status != null && status != Status.ON_HOLD) {
            sets.add(Updates.set("standing", status.word()));
        }
        if (expectedBy != null) {
            sets.add(Updates.set("expectedBy", expectedBy));
        }
        return sets;
    }

    private WriteModel<BsonDocument> supported(ViewChange.Supported supported) {
        Tally tally = new Tally(supported.factId(), day(supported.at()), "supported", null, 1);
        return new UpdateOneModel<>(
                and(eq("_id", supported.reportId()), ne("supporters", supported.by())),
                Updates.combine(
                        Updates.addToSet("supporters", supported.by()),
                        Updates.inc("supporterCount", 1),
                        Updates.min("attributedAt", supported.at()),
                        Updates.push("untallied", Documents.write(tally))));
    }

    /**
     * What is said again replaces what was said before, in the counts too.
     *
     * @param before what was said before, or null if nothing was
     */
    private WriteModel<BsonDocument> judged(ViewChange.Judged judged, @Nullable Boolean before, Bson condition) {
        Feedback feedback = judged.feedback();
        String day = day(judged.entry().at());
        List<Tally> tallies = new ArrayList<>();
        if (before == null) {
            tallies.add(new Tally(judged.factId(), day, judged.entry().type(), null, 1));
        }
        int solved = (feedback.resolved() ? 1 : 0) - (Boolean.TRUE.equals(before) ? 1 : 0);
        if (solved != 0) {
            tallies.add(new Tally(judged.factId(), day, "solved", null, solved));
        }
        return once(
                judged,
                judged.factId(),
                judged.entry(),
                List.of(Updates.set("feedback", Documents.write(feedback))),
                tallies,
                condition);
    }

    private WriteModel<BsonDocument> once(
            ViewChange change,
            String factId,
            TimelineEntry entry,
            List<Bson> sets,
            List<Tally> tallies,
            Bson condition) {
        List<Bson> updates = new ArrayList<>(sets);
        updates.add(Updates.set("updatedAt", entry.at()));
        updates.add(Updates.push("timeline", Documents.write(entry)));
        updates.add(Updates.push("applied", factId));
        updates.add(Updates.pushEach(
                "untallied", tallies.stream().map(Documents::write).toList()));
        return new UpdateOneModel<>(
                and(eq("_id", change.reportId()), ne("applied", factId), condition), Updates.combine(updates));
    }

    private Tally tally(String factId, TimelineEntry entry) {
        return new Tally(factId, day(entry.at()), entry.type(), entry.level(), 1);
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, zone).toString();
    }
}
