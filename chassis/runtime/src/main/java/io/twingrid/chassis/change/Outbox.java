package io.twingrid.chassis.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.Counter;
import io.twingrid.chassis.fact.Absence;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The facts that wait in the documents of one collection, and the way they go from there to their topic.
 *
 * <p>{@code outboxSince} says since when a document's facts are due. A fact that the broker refuses makes its document due
 * later, so that documents which cannot be emptied do not crowd out the others; {@code outboxRefused} says since when.
 */
final class Outbox {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final String SINCE = "outboxSince";
    private static final String REFUSED = "outboxRefused";
    private static final int LARGEST_BATCH = 500;
    private static final Integer ONCE = 1;
    private static final Integer AGAIN = 2;

    private final MongoCollection<BsonDocument> documents;
    private final String topic;
    private final FactSender sender;
    private final RelaySettings settings;
    private final Clock clock;
    private final Counter relayed;
    private final Counter refused;
    private final Batcher<UpdateOneModel<BsonDocument>, Boolean> clears;
    private final ConcurrentHashMap<String, Integer> active = new ConcurrentHashMap<>();

    Outbox(
            MongoCollection<BsonDocument> documents,
            String topic,
            FactSender sender,
            RelaySettings settings,
            Clock clock,
            Counter relayed,
            Counter refused) {
        this.documents = documents;
        this.topic = topic;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
        this.relayed = relayed;
        this.refused = refused;
        this.clears = new Batcher<>(this::clearAll, LARGEST_BATCH);
    }

    Mono<Void> prepare() {
        return Flux.just(SINCE, REFUSED)
                .concatMap(field -> documents.createIndex(ascending(field), new IndexOptions().sparse(true)))
                .then()
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(settings.sweepEvery().multipliedBy(10)));
    }

    /** Something was put into this aggregate's outbox. When too many are on their way, the sweep finds it. */
    void kick(String id) {
        kick(id, read(id));
    }

    /** A document was just made; what waits in it need not be read again. */
    void kickIf(boolean isNew, BsonDocument document) {
        if (isNew && !document.getArray("outbox").isEmpty()) {
            kick(document.getString("_id").getValue(), Mono.just(document));
        }
    }

    private void kick(String id, Mono<BsonDocument> document) {
        if (active.size() < settings.mostInFlight() && ONCE.equals(active.merge(id, ONCE, (a, b) -> AGAIN))) {
            run(id, document);
        }
    }

    /** Kicks those that have waited longer than a change's own kick takes; answers since when the oldest waits. */
    Mono<Instant> sweep() {
        Date due = Date.from(clock.instant().minus(settings.sweepAfter()));
        return Mono.zip(first(lte(SINCE, due), SINCE), first(exists(REFUSED), REFUSED), this::kickAll);
    }

    private Mono<List<BsonDocument>> first(Bson which, String field) {
        return Flux.from(documents
                        .find(which)
                        .projection(include(field))
                        .sort(ascending(field))
                        .limit(settings.mostInFlight()))
                .collectList();
    }

    private Instant kickAll(List<BsonDocument> waiting, List<BsonDocument> refusedOnes) {
        waiting.forEach(document -> kick(document.getString("_id").getValue()));
        Instant sinceWaiting = oldest(waiting, SINCE);
        Instant sinceRefused = oldest(refusedOnes, REFUSED);
        Instant since = sinceWaiting.isBefore(sinceRefused) ? sinceWaiting : sinceRefused;
        if (!waiting.isEmpty()) {
            log.warn("facts for {} wait in {} outboxes, the oldest since {}", topic, waiting.size(), since);
        }
        return since;
    }

    private static Instant oldest(List<BsonDocument> found, String field) {
        return found.isEmpty()
                ? Instant.MAX
                : Instant.ofEpochMilli(found.getFirst().getDateTime(field).getValue());
    }

    private void run(String id, Mono<BsonDocument> first) {
        Set<String> sent = new HashSet<>();
        deliver(id, first, sent)
                .onErrorResume(e -> !Absence.isBehind(e), e -> putOff(id, sent, e))
                .doOnError(e -> log.debug("facts of {} wait in the outbox for the next sweep", id, e))
                .onErrorComplete()
                .doFinally(end -> {
                    if (active.computeIfPresent(id, (k, runs) -> runs.equals(AGAIN) ? ONCE : null) != null) {
                        run(id, read(id));
                    }
                })
                .subscribe();
    }

    /** Sends what waits, one after the other, then empties the outbox unless more has come meanwhile. */
    private Mono<Void> deliver(String id, Mono<BsonDocument> found, Set<String> sent) {
        return found.flatMap(document -> Flux.fromIterable(StoredFacts.read(document))
                .filter(fact -> !sent.contains(fact.id()))
                .concatMap(fact -> send(fact, sent))
                .then(Mono.defer(() -> sent.isEmpty() ? Mono.just(true) : clears.ask(emptied(id, document))))
                .flatMap(isEmpty -> isEmpty ? Mono.empty() : deliver(id, read(id), sent)));
    }

    private Mono<BsonDocument> read(String id) {
        return Mono.from(documents
                .find(eq("_id", id))
                .projection(include("version", "outbox"))
                .first());
    }

    private Mono<Void> send(Fact fact, Set<String> sent) {
        return sender.send(topic, fact).doOnSuccess(ack -> {
            sent.add(fact.id());
            relayed.increment();
        });
    }

    private static UpdateOneModel<BsonDocument> emptied(String id, BsonDocument seen) {
        return new UpdateOneModel<>(
                and(eq("_id", id), eq("version", seen.getNumber("version").longValue())),
                combine(set("outbox", new BsonArray()), unset(SINCE), unset(REFUSED)));
    }

    /** Those of many that have been sent are emptied in one write; each is answered whether nothing was added meanwhile. */
    private Mono<List<Boolean>> clearAll(List<UpdateOneModel<BsonDocument>> all) {
        return Mono.from(documents.bulkWrite(all, new BulkWriteOptions().ordered(false)))
                .flatMap(written -> written.getMatchedCount() == all.size()
                        ? Mono.just(Collections.nCopies(all.size(), true))
                        // Some had more added; which, only one by one tells.
                        : Flux.fromIterable(all).concatMap(this::clear).collectList());
    }

    private Mono<Boolean> clear(UpdateOneModel<BsonDocument> one) {
        return Mono.from(documents.updateOne(one.getFilter(), Objects.requireNonNull(one.getUpdate())))
                .map(updated -> updated.getMatchedCount() == 1);
    }

    /** Waiting does not mend this: somebody has to see it. Its aggregate's later facts stay behind it, in order. */
    private Mono<Void> putOff(String id, Set<String> sent, Throwable why) {
        refused.increment();
        log.error("{} refuses a fact of {}; tried again in {}", topic, id, settings.refusedAgain(), why);
        Instant now = clock.instant();
        return Mono.from(documents.updateOne(
                        eq("_id", id),
                        combine(
                                set(SINCE, Date.from(now.plus(settings.refusedAgain()))),
                                min(REFUSED, Date.from(now)),
                                pullByFilter(new BsonDocument("outbox", sentOnes(sent))))))
                .then();
    }

    private static BsonDocument sentOnes(Set<String> sent) {
        return in("id", sent.stream().map(BsonString::new).toList()).toBsonDocument();
    }
}
