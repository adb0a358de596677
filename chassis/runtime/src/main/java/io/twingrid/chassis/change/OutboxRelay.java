package io.twingrid.chassis.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries facts from the outboxes of a service's aggregates to their topics: at once after a change, and by a sweep what
 * a crash or an absent broker left behind. At least once, in the order in which they happened to one aggregate; ids are
 * stable, so readers know a repeat.
 *
 * <p>Any number of instances may run: two relays that send the same entries each send them in order.
 */
public final class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final String service;
    private final FactSender sender;
    private final RelaySettings settings;
    private final Clock clock;
    private final Counter relayed;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private volatile Instant oldest = Instant.MAX;
    private volatile @Nullable Disposable sweeping;

    public OutboxRelay(String service, FactSender sender, RelaySettings settings, Clock clock, MeterRegistry metrics) {
        this.service = service;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
        this.relayed = Counter.builder("outbox.relayed")
                .description("Facts that left an outbox and were acknowledged by the broker")
                .register(metrics);
        metrics.gauge(
                "outbox.oldest.age.seconds", this, relay -> relay.oldestAge().toMillis() / 1000.0);
    }

    /** Opens a store of aggregates whose facts this relay carries to {@code topic}. */
    public <A, F> ChangeStore<A, F> store(
            MongoDatabase database, String collection, String topic, AggregateMapping<A, F> mapping) {
        MongoCollection<BsonDocument> documents = database.getCollection(collection, BsonDocument.class);
        Outbox outbox = new Outbox(documents, topic);
        outboxes.add(outbox);
        return new ChangeStore<>(documents, mapping, outbox, service, clock);
    }

    /** How long the oldest fact has been waiting to be sent, as the last sweep saw it. */
    public Duration oldestAge() {
        Instant since = oldest;
        return since.equals(Instant.MAX) ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    @Override
    public void start() {
        sweeping = Flux.fromIterable(outboxes)
                .concatMap(Outbox::prepare)
                .thenMany(Flux.interval(Duration.ZERO, settings.sweepEvery()).onBackpressureDrop())
                .concatMap(tick -> sweep())
                .subscribe(swept -> {}, e -> log.error("the relay's sweep has ended; restart the service", e));
    }

    @Override
    public void stop() {
        Disposable running = sweeping;
        if (running != null) {
            running.dispose();
            sweeping = null;
        }
    }

    @Override
    public boolean isRunning() {
        return sweeping != null;
    }

    private Mono<Void> sweep() {
        return Flux.fromIterable(outboxes)
                .concatMap(Outbox::sweep)
                .reduce(Instant.MAX, (a, b) -> a.isBefore(b) ? a : b)
                .doOnNext(seen -> oldest = seen)
                .doOnError(e -> log.warn(
                        "outboxes could not be swept, trying again in {}: {}", settings.sweepEvery(), e.toString()))
                .onErrorComplete()
                .then();
    }

    /** The outboxes of one collection. */
    final class Outbox {
        private static final Integer ONCE = 1;
        private static final Integer AGAIN = 2;

        private final MongoCollection<BsonDocument> documents;
        private final String topic;
        private final ConcurrentHashMap<String, Integer> active = new ConcurrentHashMap<>();

        private Outbox(MongoCollection<BsonDocument> documents, String topic) {
            this.documents = documents;
            this.topic = topic;
        }

        /** Something was put into this aggregate's outbox. When too many are on their way, the sweep finds it. */
        void kick(String id) {
            if (active.size() < settings.mostInFlight() && ONCE.equals(active.merge(id, ONCE, (a, b) -> AGAIN))) {
                run(id);
            }
        }

        private void run(String id) {
            deliver(id, new HashSet<>())
                    .doOnError(e -> log.debug("facts of {} wait in the outbox for the next sweep", id, e))
                    .onErrorComplete()
                    .doFinally(end -> {
                        if (active.computeIfPresent(id, (k, runs) -> runs.equals(AGAIN) ? ONCE : null) != null) {
                            run(id);
                        }
                    })
                    .subscribe();
        }

        /** Sends what waits, one after the other, then empties the outbox unless more has come meanwhile. */
        private Mono<Void> deliver(String id, Set<String> sent) {
            return Mono.from(documents
                            .find(eq("_id", id))
                            .projection(include("version", "outbox"))
                            .first())
                    .flatMap(document -> Flux.fromIterable(StoredFacts.read(document))
                            .filter(fact -> !sent.contains(fact.id()))
                            .concatMap(fact -> send(fact, sent))
                            .then(Mono.defer(() -> sent.isEmpty() ? Mono.just(true) : clear(id, document)))
                            .flatMap(cleared -> cleared ? Mono.empty() : deliver(id, sent)));
        }

        private Mono<Void> send(Fact fact, Set<String> sent) {
            return sender.send(topic, fact).doOnSuccess(ack -> {
                sent.add(fact.id());
                relayed.increment();
            });
        }

        private Mono<Boolean> clear(String id, BsonDocument seen) {
            BsonDocument update = new BsonDocument("$set", new BsonDocument("outbox", new BsonArray()))
                    .append("$unset", new BsonDocument("outboxSince", new BsonString("")));
            return Mono.from(documents.updateOne(
                            and(
                                    eq("_id", id),
                                    eq("version", seen.getNumber("version").longValue())),
                            update))
                    .map(updated -> updated.getMatchedCount() == 1);
        }

        private Mono<String> prepare() {
            return Mono.from(documents.createIndex(ascending("outboxSince"), new IndexOptions().sparse(true)))
                    .retryWhen(reactor.util.retry.Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                            .maxBackoff(settings.sweepEvery().multipliedBy(10)));
        }

        /** Kicks those that have waited longer than a change's own kick takes; answers since when the oldest waits. */
        private Mono<Instant> sweep() {
            Instant due = clock.instant().minus(settings.sweepAfter());
            return Flux.from(documents
                            .find(lte("outboxSince", Date.from(due)))
                            .projection(include("outboxSince"))
                            .sort(ascending("outboxSince"))
                            .limit(settings.mostInFlight()))
                    .collectList()
                    .map(this::kickAll);
        }

        private Instant kickAll(List<BsonDocument> waiting) {
            if (waiting.isEmpty()) {
                return Instant.MAX;
            }
            waiting.forEach(document -> kick(document.getString("_id").getValue()));
            Instant since = Instant.ofEpochMilli(
                    waiting.getFirst().getDateTime("outboxSince").getValue());
            log.warn("facts for {} wait in {} outboxes, the oldest since {}", topic, waiting.size(), since);
            return since;
        }
    }
}
