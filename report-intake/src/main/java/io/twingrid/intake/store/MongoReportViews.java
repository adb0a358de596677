package io.twingrid.intake.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.Documents;
import io.twingrid.chassis.change.StorePreparation.Prepared;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.TimelineEntry;
import io.twingrid.intake.domain.ViewChange;
import io.twingrid.intake.domain.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Views in one collection; a poll of facts is one ordered bulk write. */
public final class MongoReportViews implements ReportViews, Prepared {
    private static final Bson NEWEST = descending("submittedAt", "_id");

    private final MongoCollection<BsonDocument> reports;

    public MongoReportViews(MongoDatabase database) {
        this.reports = database.getCollection("reports", BsonDocument.class);
    }

    /** Every list has an index that gives its order. */
    @Override
    public Mono<Void> prepare() {
        return Flux.just(
                        NEWEST,
                        compoundIndex(ascending("visibility"), NEWEST),
                        compoundIndex(ascending("visibility", "status"), NEWEST),
                        compoundIndex(ascending("visibility", "category"), NEWEST),
                        compoundIndex(ascending("visibility", "area.community"), NEWEST),
                        compoundIndex(ascending("area.community"), NEWEST),
                        compoundIndex(ascending("reporter.id"), NEWEST),
                        ascending("visibility", "updatedAt", "_id"),
                        ascending("category", "open", "cell"))
                .concatMap(reports::createIndex)
                .then();
    }

    @Override
    public Mono<Void> apply(List<ViewChange> changes) {
        List<WriteModel<BsonDocument>> writes =
                changes.stream().flatMap(MongoReportViews::write).toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(reports.bulkWrite(writes, new BulkWriteOptions().ordered(true)))
                        .then();
    }

    private static Stream<WriteModel<BsonDocument>> write(ViewChange change) {
        return switch (change) {
            case ViewChange.Opened opened -> {
                BsonDocument document = Documents.write(ReportDocument.opened(opened.report(), opened.factId()));
                document.remove("_id");
                yield Stream.of(new UpdateOneModel<>(
                        eq("_id", opened.report().id()),
                        new BsonDocument("$setOnInsert", document),
                        new UpdateOptions().upsert(true)));
            }
            case ViewChange.Advanced advanced -> Stream.of(advance(advanced));
            case ViewChange.Supported supported ->
                Stream.of(new UpdateOneModel<>(
                        eq("_id", supported.reportId()), Updates.addToSet("supporters", supported.by())));
            case ViewChange.Judged judged ->
                Stream.of(once(
                        judged.reportId(),
                        judged.factId(),
                        judged.entry(),
                        List.of(Updates.set("feedback", Documents.write(judged.feedback())))));
            case ViewChange.Ignored ignored -> Stream.empty();
        };
    }

    private static WriteModel<BsonDocument> advance(ViewChange.Advanced advanced) {
        List<Bson> sets = new ArrayList<>();
        if (advanced.status() != null) {
            sets.add(Updates.set("status", advanced.status().word()));
            sets.add(Updates.set("open", advanced.status().isOpen()));
        }
        if (advanced.area() != null) {
            sets.add(Updates.set("area", Documents.write(advanced.area())));
        }
        if (advanced.expectedBy() != null) {
            sets.add(Updates.set("expectedBy", advanced.expectedBy()));
        }
        return once(advanced.reportId(), advanced.factId(), advanced.entry(), sets);
    }

    private static WriteModel<BsonDocument> once(String id, String factId, TimelineEntry entry, List<Bson> sets) {
        List<Bson> updates = new ArrayList<>(sets);
        updates.add(Updates.set("updatedAt", entry.at()));
        updates.add(Updates.push("timeline", Documents.write(entry)));
        updates.add(Updates.push("applied", factId));
        return new UpdateOneModel<>(and(eq("_id", id), ne("applied", factId)), Updates.combine(updates));
    }

    @Override
    public Mono<ReportView> find(String id) {
        return Mono.from(reports.find(eq("_id", id)).first()).map(MongoReportViews::view);
    }

    @Override
    public Flux<ReportView> newest(Query query, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (query.status() != null) {
            filters.add(eq("status", query.status().word()));
        }
        if (query.category() != null) {
            filters.add(eq("category", query.category()));
        }
        if (query.community() != null) {
            filters.add(eq("area.community", query.community()));
        }
        if (query.reporter() != null) {
            filters.add(eq("reporter.id", query.reporter()));
        }
        if (query.publicOnly()) {
            filters.add(eq("visibility", Visibility.PUBLIC.name()));
        }
        Position before = query.before();
        if (before != null) {
            Instant at = Instant.ofEpochMilli(before.submittedAt());
            filters.add(lte("submittedAt", at));
            filters.add(or(lt("submittedAt", at), lt("_id", before.id())));
        }
        return Flux.from(reports.find(filters.isEmpty() ? new BsonDocument() : and(filters))
                        .sort(NEWEST)
                        .limit(limit))
                .map(MongoReportViews::view);
    }

    @Override
    public Flux<ReportView> open(String category, List<String> cells, int limit) {
        return Flux.from(reports.find(and(eq("category", category), eq("open", true), in("cell", cells)))
                        .limit(limit))
                .map(MongoReportViews::view);
    }

    @Override
    public Flux<ReportView> window(Window window) {
        List<Bson> filters = new ArrayList<>(List.of(
                eq("visibility", Visibility.PUBLIC.name()),
                gte("submittedAt", window.from()),
                lte("submittedAt", window.to())));
        if (!window.categories().isEmpty()) {
            filters.add(in("category", window.categories()));
        }
        if (window.open() != null) {
            filters.add(eq("open", window.open()));
        }
        return Flux.from(reports.find(and(filters))
                        .sort(NEWEST)
                        .skip((int) Math.min(Integer.MAX_VALUE, window.skip()))
                        .limit(window.limit()))
                .map(MongoReportViews::view);
    }

    @Override
    public Flux<ReportView> updatedSince(Instant from, int limit) {
        return Flux.from(reports.find(and(eq("visibility", Visibility.PUBLIC.name()), gte("updatedAt", from)))
                        .sort(ascending("updatedAt", "_id"))
                        .limit(limit))
                .map(MongoReportViews::view);
    }

    private static ReportView view(BsonDocument document) {
        return Documents.read(document, ReportDocument.class).toView();
    }
}
