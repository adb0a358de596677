package io.twingrid.chassis.change;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.fact.FactSender;
import io.twingrid.chassis.rounds.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.springframework.context.SmartLifecycle;
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
    private final String service;
    private final FactSender sender;
    private final RelaySettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Counter relayed;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private volatile Instant oldest = Instant.MAX;
    private final Rounds rounds;

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
        this.rounds =
                new Rounds("the sweep of outboxes", settings.sweepEvery(), Mono.defer(this::prepare), this::sweep);
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
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    private Mono<Void> prepare() {
        return Flux.fromIterable(outboxes).concatMap(Outbox::prepare).then();
    }

    private Mono<Void> sweep() {
        return Flux.fromIterable(outboxes)
                .concatMap(Outbox::sweep)
                .reduce(Instant.MAX, (a, b) -> a.isBefore(b) ? a : b)
                .doOnNext(seen -> oldest = seen)
                .then();
    }
}
