package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.Documents;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.notification.domain.Deliveries;
import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.Delivery.Attempt;
import io.twingrid.notification.domain.Delivery.Status;
import io.twingrid.notification.store.DeliveryDocument.Try;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deliveries in the collection {@code deliveries}; the id is {@code <notice>/<target>}, so that each is there once. */
public final class MongoDeliveries implements Deliveries, StorePreparation.Prepared {
    /** Tries that are kept of one delivery, the last ones. */
    private static final int KEPT_ATTEMPTS = 20;

    private final MongoCollection<BsonDocument> documents;
    private final Duration kept;

    /**
     * Opens the collection.
     *
     * @param kept how long after its time a delivery is there to be looked at
     */
    public MongoDeliveries(MongoDatabase database, Duration kept) {
        this.documents = database.getCollection("deliveries", BsonDocument.class);
        this.kept = kept;
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.from(documents.createIndexes(List.of(
                        new IndexModel(ascending("target", "status", "due")),
                        new IndexModel(compoundIndex(ascending("target"), descending("_id"))),
                        new IndexModel(compoundIndex(ascending("kind"), descending("_id"))),
                        new IndexModel(compoundIndex(ascending("status"), descending("_id"))),
                        new IndexModel(
                                ascending("due"), new IndexOptions().expireAfter(kept.toSeconds(), TimeUnit.SECONDS)))))
                .then();
    }

    @Override
    public Mono<Void> plan(List<Delivery> planned) {
        List<BsonDocument> fresh = planned.stream()
                .map(delivery -> Documents.write(DeliveryDocument.from(delivery)))
                .toList();
        return fresh.isEmpty()
                ? Mono.empty()
                : Mono.from(documents.insertMany(fresh, new InsertManyOptions().ordered(false)))
                        .then()
                        .onErrorResume(MongoDeliveries::wereThereAlready, e -> Mono.empty());
    }

    @Override
    public Flux<Delivery> due(String targetId, Instant now, int limit) {
        return Flux.from(documents
                        .find(and(waiting(targetId), lte("due", Date.from(now))))
                        .sort(ascending("due", "_id"))
                        .limit(limit))
                .map(MongoDeliveries::delivery);
    }

    @Override
    public Mono<Instant> nextDue(String targetId) {
        return Mono.from(
                        documents.find(waiting(targetId)).sort(ascending("due")).limit(1))
                .map(document -> delivery(document).due());
    }

    @Override
    public Mono<Void> tried(List<Delivery> sent, Delivery.Result result) {
        List<String> ids = sent.stream().map(Delivery::id).toList();
        return end(in("_id", ids), result.status(), result.attempt(), inc("tries", 1))
                .then();
    }

    @Override
    public Mono<Long> expire(String targetId, Instant before) {
        return Mono.from(documents.updateMany(
                        and(waiting(targetId), lt("due", Date.from(before))), set("status", Status.EXPIRED.name())))
                .map(written -> written.getModifiedCount());
    }

    @Override
    public Mono<Void> drop(String targetId, Attempt why) {
        return end(eq("target", targetId), Status.REFUSED, why).then();
    }

    @Override
    public Flux<Delivery> list(Wanted wanted, @Nullable String before, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(empty());
        if (wanted.noticeId() != null) {
            // All of a notice's ids, and no others, lie between it with a slash and it with what follows the slash.
            filters.add(gt("_id", wanted.noticeId() + "/"));
            filters.add(lt("_id", wanted.noticeId() + "0"));
        }
        if (wanted.kind() != null) {
            filters.add(eq("kind", wanted.kind().name()));
        }
        if (wanted.targetId() != null) {
            filters.add(eq("target", wanted.targetId()));
        }
        if (wanted.status() != null) {
            filters.add(eq("status", wanted.status().name()));
        }
        if (before != null) {
            filters.add(lt("_id", before));
        }
        return Flux.from(documents.find(and(filters)).sort(descending("_id")).limit(limit))
                .map(MongoDeliveries::delivery);
    }

    private Mono<?> end(Bson which, Status status, Attempt attempt, Bson... more) {
        List<Bson> changes = new ArrayList<>(List.of(more));
        changes.add(set("status", status.name()));
        changes.add(pushEach(
                "attempts", List.of(Documents.write(Try.from(attempt))), new PushOptions().slice(-KEPT_ATTEMPTS)));
        return Mono.from(documents.updateMany(and(which, eq("status", Status.WAITING.name())), combine(changes)));
    }

    private static Bson waiting(String targetId) {
        return and(eq("target", targetId), eq("status", Status.WAITING.name()));
    }

    private static Delivery delivery(BsonDocument document) {
        return Documents.read(document, DeliveryDocument.class).toDelivery();
    }

    private static boolean wereThereAlready(Throwable e) {
        return e instanceof MongoBulkWriteException bulk
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
