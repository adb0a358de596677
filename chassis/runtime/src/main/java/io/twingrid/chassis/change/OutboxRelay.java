package io.twingrid.chassis.change;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.fact.FactSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
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
 * stable, so readers know a repeat. What the broker refuses is kept, said and tried again now and then; it holds up its own
 * aggregate alone.
 *
 * <p>Any number of instances may run: two relays that send the same entries each send them in order.
 */
public final class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final String service;
    private final FactSender sender;
    private final RelaySettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Counter relayed;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private volatile Instant oldest = Instant.MAX;
    private volatile @Nullable Disposable sweeping;

    public OutboxRelay(String service, FactSender sender, RelaySettings settings, Clock clock, MeterRegistry metrics) {
        this.service = service;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
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
        Counter refused = Counter.builder("outbox.refused")
                .description("How often the broker refused a fact; it stays in its outbox, the log names the aggregate")
                .tag("topic", topic)
                .register(metrics);
        Outbox outbox = new Outbox(documents, topic, sender, settings, clock, relayed, refused);
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
}
