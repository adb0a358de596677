package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.Documents;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Deliveries;
import io.twingrid.notification.domain.Lane;
import io.twingrid.notification.domain.Lanes;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.domain.Targets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Targets in the collection {@code targets}, and in the same documents their lanes: {@code work} is when something is due
 * and absent if nothing is, {@code rest} is before which nobody calls (a claim, a pause, a robot's rate), {@code wakes}
 * tells whoever leaves that something was planned meanwhile.
 */
public final class MongoTargets implements Targets, Lanes, StorePreparation.Prepared {
    private static final List<String> MAY_BE_ABSENT = List.of("key", "secret");

    private final MongoCollection<BsonDocument> documents;
    private final Deliveries deliveries;
    private final SecretBox box;

    public MongoTargets(MongoDatabase database, Deliveries deliveries, SecretBox box) {
        this.documents = database.getCollection("targets", BsonDocument.class);
        this.deliveries = deliveries;
        this.box = box;
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.from(documents.createIndexes(List.of(
                        new IndexModel(ascending("audiences")),
                        new IndexModel(ascending("owner", "personal")),
                        new IndexModel(ascending("personal", "_id")),
                        new IndexModel(ascending("kind", "work")))))
                .then();
    }

    @Override
    public Flux<Target> listeningTo(Set<Audience> audiences) {
        return Flux.from(documents.find(in("audiences", ids(audiences)))).map(this::target);
    }

    @Override
    public Flux<Target> of(Set<String> persons) {
        return persons.isEmpty()
                ? Flux.empty()
                : Flux.from(documents
                                .find(and(in("owner", persons), eq("personal", true)))
                                .sort(ascending("at")))
                        .map(this::target);
    }

    @Override
    public Mono<Registered> find(String id) {
        return Mono.from(documents.find(eq("_id", id)).first()).map(this::registered);
    }

    @Override
    public Flux<Registered> hooks(@Nullable Set<Audience> within, @Nullable String after, int limit) {
        Bson hooks = eq("personal", false);
        Bson theirs = within == null ? hooks : and(hooks, in("audiences", ids(within)));
        return Flux.from(documents
                        .find(after == null ? theirs : and(theirs, gt("_id", after)))
                        .sort(ascending("_id")))
                .map(this::registered)
                .filter(found ->
                        within == null || within.containsAll(found.target().audiences()))
                .take(limit);
    }

    @Override
    public Mono<Void> save(Target target) {
        BsonDocument document = Documents.write(TargetDocument.from(target, box));
        document.remove("_id");
        List<Bson> changes = new ArrayList<>();
        document.forEach((field, value) -> changes.add(set(field, value)));
        MAY_BE_ABSENT.stream()
                .filter(field -> !document.containsKey(field))
                .forEach(field -> changes.add(unset(field)));
        changes.add(setOnInsert("rest", Date.from(Instant.EPOCH)));
        changes.add(setOnInsert("wakes", 0L));
        changes.add(setOnInsert("failures", 0));
        return Mono.from(
                        documents.updateOne(eq("_id", target.id()), combine(changes), new UpdateOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<Boolean> remove(String id) {
        return Mono.from(documents.deleteOne(eq("_id", id))).map(removed -> removed.getDeletedCount() == 1);
    }

    @Override
    public Mono<Void> wake(Map<String, Instant> due) {
        List<UpdateOneModel<BsonDocument>> writes = due.entrySet().stream()
                .map(entry -> new UpdateOneModel<BsonDocument>(
                        and(eq("_id", entry.getKey()), exists("paused", false)),
                        combine(min("work", Date.from(entry.getValue())), inc("wakes", 1L))))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(documents.bulkWrite(writes)).then();
    }

    @Override
    public Mono<Lane> claim(TargetKind kind, Instant now, Instant until) {
        String holder = UUID.randomUUID().toString();
        return Mono.from(documents.findOneAndUpdate(
                        and(eq("kind", kind.name()), lte("work", Date.from(now)), lte("rest", Date.from(now))),
                        combine(set("rest", Date.from(until)), set("holder", holder)),
                        new FindOneAndUpdateOptions().sort(ascending("work")).returnDocument(ReturnDocument.AFTER)))
                .map(document -> new Lane(
                        target(document),
                        holder,
                        document.getNumber("wakes").longValue(),
                        document.getNumber("failures").intValue(),
                        time(document, "failingSince")));
    }

    @Override
    public Mono<Void> leave(Lane lane, Lane.Left left) {
        Bson mine = and(eq("_id", lane.target().id()), eq("holder", lane.holder()));
        List<Bson> changes = new ArrayList<>();
        changes.add(set("rest", Date.from(left.rest())));
        changes.add(set("failures", left.failures()));
        Instant since = left.failingSince();
        changes.add(since == null ? unset("failingSince") : set("failingSince", Date.from(since)));
        changes.add(unset("holder"));
        if (left.paused() != null) {
            changes.add(set("paused", left.paused()));
            changes.add(unset("work"));
            return Mono.from(documents.updateOne(mine, combine(changes))).then();
        }
        return deliveries
                .nextDue(lane.target().id())
                .map(next -> set("work", Date.from(next)))
                .defaultIfEmpty(unset("work"))
                .flatMap(work -> Mono.from(
                        documents.updateOne(and(mine, eq("wakes", lane.wakes())), combine(combine(changes), work))))
                // Something was planned since: what is due first is not known, so whoever is next looks at once.
                .filter(written -> written.getModifiedCount() == 0)
                .flatMap(missed -> Mono.from(documents.updateOne(mine, combine(changes))))
                .then();
    }

    @Override
    public Mono<Boolean> resume(String targetId, Instant now) {
        return Mono.from(documents.updateOne(
                        eq("_id", targetId),
                        combine(
                                set("work", Date.from(now)),
                                set("rest", Date.from(now)),
                                set("failures", 0),
                                unset("failingSince"),
                                unset("paused"),
                                inc("wakes", 1L))))
                .map(written -> written.getMatchedCount() == 1);
    }

    private Target target(BsonDocument document) {
        return Documents.read(configuration(document), TargetDocument.class).toTarget(box);
    }

    /** The record codec knows no other fields than its own. */
    private static BsonDocument configuration(BsonDocument document) {
        BsonDocument configuration = document.clone();
        List.of("work", "rest", "wakes", "holder", "failures", "failingSince", "paused")
                .forEach(configuration::remove);
        return configuration;
    }

    private Registered registered(BsonDocument document) {
        return new Registered(
                target(document),
                document.getNumber("failures").intValue(),
                time(document, "failingSince"),
                document.containsKey("paused") ? document.getString("paused").getValue() : null);
    }

    private static @Nullable Instant time(BsonDocument document, String field) {
        return document.containsKey(field)
                ? Instant.ofEpochMilli(document.getDateTime(field).getValue())
                : null;
    }

    private static List<String> ids(Set<Audience> audiences) {
        return audiences.stream().map(Audience::id).toList();
    }
}
