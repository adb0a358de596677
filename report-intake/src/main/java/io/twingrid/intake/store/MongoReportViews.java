package io.twingrid.intake.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.Documents;
import io.twingrid.chassis.change.StorePreparation.Prepared;
import io.twingrid.intake.domain.Moderation;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.Statistics;
import io.twingrid.intake.domain.ViewChange;
import io.twingrid.intake.domain.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Views in one collection; a poll of facts is one ordered bulk write. */
public final class MongoReportViews implements ReportViews, Prepared {
    private static final Bson NEWEST = descending("submittedAt", "_id");

    private final MongoCollection<BsonDocument> reports;
    private final Untallied untallied;
    private final ViewWrites writes;

    /**
     * The views of a town.
     *
     * @param zone in which the town counts its days
     */
    public MongoReportViews(MongoDatabase database, Statistics statistics, ZoneId zone) {
        this.reports = database.getCollection("reports", BsonDocument.class);
        this.untallied = new Untallied(reports, statistics);
        this.writes = new ViewWrites(zone);
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
                        compoundIndex(ascending("visibility", "area.street"), NEWEST),
                        compoundIndex(ascending("area.street"), NEWEST),
                        compoundIndex(ascending("reporter.id"), NEWEST),
                        ascending("visibility", "updatedAt", "_id"),
                        ascending("supporters"),
                        ascending("attributedAt"),
                        ascending("category", "open", "cell"))
                .concatMap(reports::createIndex)
                .then();
    }

    @Override
    public Mono<Void> apply(List<ViewChange> changes) {
        List<WriteModel<BsonDocument>> all =
                changes.stream().flatMap(writes::of).toList();
        return all.isEmpty()
                ? Mono.empty()
                : Mono.from(reports.bulkWrite(all, new BulkWriteOptions().ordered(true)))
                        .then(untallied.tally(changes.stream()
                                .map(ViewChange::reportId)
                                .distinct()
                                .toList()));
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
        if (query.street() != null) {
            filters.add(eq("area.street", query.street()));
        }
        if (query.community() != null) {
            filters.add(eq("area.community", query.community()));
        }
        if (query.reporter() != null) {
            filters.add(eq("reporter.id", query.reporter()));
        }
        if (query.visibility() != null) {
            filters.add(eq("visibility", query.visibility().name()));
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
    public Mono<Void> moderate(String id, Moderation moderation) {
        return Mono.from(reports.updateOne(
                        eq("_id", id),
                        Updates.combine(
                                Updates.set(
                                        "visibility", moderation.visibility().name()),
                                Updates.push("moderation", Documents.write(moderation)))))
                .then();
    }

    @Override
    public Flux<String> attributedBefore(Instant at, int limit) {
        return Flux.from(reports.find(lt("attributedAt", at))
                        .sort(ascending("attributedAt"))
                        .projection(Projections.include("_id"))
                        .limit(limit))
                .map(document -> document.getString("_id").getValue());
    }

    @Override
    public Flux<String> supportedBy(String person) {
        return Flux.from(reports.find(eq("supporters", person)).projection(Projections.include("_id")))
                .map(document -> document.getString("_id").getValue());
    }

    @Override
    public Mono<Void> detach(String id) {
        return Mono.from(reports.updateOne(
                        eq("_id", id),
                        Updates.combine(
                                Updates.unset("attributedAt"),
                                Updates.unset("reporter"),
                                Updates.unset("feedback.comment"),
                                Updates.set("supporters", List.of()))))
                .then();
    }

    @Override
    public Mono<Void> forgetSupporter(String person) {
        return Mono.from(reports.updateMany(
                        eq("supporters", person),
                        Updates.combine(Updates.pull("supporters", person), Updates.inc("supporterCount", -1))))
                .then();
    }

    @Override
    public Mono<Void> dropPhoto(String id, String photo) {
        return Mono.from(reports.updateOne(eq("_id", id), Updates.pull("photos", photo)))
                .then();
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
