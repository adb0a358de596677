package io.twingrid.intake.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.twingrid.chassis.change.Documents;
import io.twingrid.intake.domain.Statistics;
import io.twingrid.intake.domain.Tally;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries what the views' changes left to be counted into the statistics, and crosses it off. It is there until it was
 * carried: a poll that comes again after a crash carries what the one before it could not.
 */
final class Untallied {
    private static final String FIELD = "untallied";

    private final MongoCollection<BsonDocument> reports;
    private final Statistics statistics;

    Untallied(MongoCollection<BsonDocument> reports, Statistics statistics) {
        this.reports = reports;
        this.statistics = statistics;
    }

    Mono<Void> tally(List<String> reportIds) {
        return Flux.from(reports.find(in("_id", reportIds))
                        .projection(Projections.include(FIELD, "category", "channel", "area")))
                .filter(report ->
                        report.containsKey(FIELD) && !report.getArray(FIELD).isEmpty())
                .collectList()
                .flatMap(found -> found.isEmpty()
                        ? Mono.empty()
                        : statistics
                                .add(found.stream()
                                        .flatMap(report -> entries(report).stream())
                                        .toList())
                                .then(crossOff(found)));
    }

    private Mono<Void> crossOff(List<BsonDocument> found) {
        return Mono.from(reports.bulkWrite(found.stream()
                        .map(report -> new UpdateOneModel<BsonDocument>(
                                eq("_id", report.getString("_id").getValue()),
                                Updates.pull(FIELD, new Document("factId", new Document("$in", factIds(report))))))
                        .toList()))
                .then();
    }

    private static List<Tally.Entry> entries(BsonDocument report) {
        BsonDocument area = report.getDocument("area", new BsonDocument());
        String channel = report.getString("channel").getValue();
        List<Tally.Entry> entries = new ArrayList<>();
        for (BsonValue tally : report.getArray(FIELD)) {
            entries.add(new Tally.Entry(
                    Documents.read(tally.asDocument(), Tally.class),
                    report.getString("category").getValue(),
                    area.containsKey("community") ? area.getString("community").getValue() : null,
                    // Which other software it was is nobody's affair here.
                    channel.contains(":") ? channel.substring(0, channel.indexOf(':')) : channel));
        }
        return entries;
    }

    private static List<BsonString> factIds(BsonDocument report) {
        BsonArray tallies = report.getArray(FIELD);
        return tallies.stream()
                .map(tally -> tally.asDocument().getString("factId"))
                .toList();
    }
}
