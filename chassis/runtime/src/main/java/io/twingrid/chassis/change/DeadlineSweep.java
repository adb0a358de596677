package io.twingrid.chassis.change;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.twingrid.chassis.fact.Absence;
import io.twingrid.chassis.rounds.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Lets time act on aggregates: asks each whose next deadline has passed for the change that this calls for.
 *
 * <p>Never early: the deadline is compared with the clock in the query and again by the aggregate. Once: the change is a
 * compare-and-set, and an aggregate that has changed waits for another deadline, or for none. As late as {@code every} and
 * the work at hand take, at most. What passed while nothing ran takes effect at the next start, once the facts of that time
 * are worked off, always the earliest first, also where one aggregate has missed several. Any number of instances may sweep.
 *
 * @param <A> the aggregate
 * @param <F> its facts
 */
public final class DeadlineSweep<A, F> implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DeadlineSweep.class);

    private final ChangeStore<A, F> store;
    private final String field;
    private final BiFunction<A, Instant, Outcome<A, F>> onDue;
    private final Clock clock;
    private final Timer lateness;
    private final Set<String> stuck = ConcurrentHashMap.newKeySet();
    private final Rounds rounds;

    /**
     * A sweep over the aggregates of one store.
     *
     * @param field name of the documents' field with the next deadline, a date; absent where nothing is waited for
     * @param onDue what an aggregate does at a moment when its next deadline has passed: that one thing, or {@code
     *     Unchanged} if another instance has done it meanwhile
     * @param first what the first look waits for: what others did during a stop has to be known by then
     */
    public DeadlineSweep(
            ChangeStore<A, F> store,
            String field,
            BiFunction<A, Instant, Outcome<A, F>> onDue,
            SweepSettings settings,
            Clock clock,
            MeterRegistry metrics,
            Mono<Void> first) {
        this.store = store;
        this.field = field;
        this.onDue = onDue;
        this.clock = clock;
        String collection = store.documents().getNamespace().getCollectionName();
        this.lateness = Timer.builder("deadlines.lateness")
                .description("How long after its time a deadline took effect")
                .tag("collection", collection)
                .register(metrics);
        Gauge.builder("deadlines.stuck", stuck, Set::size)
                .description("Aggregates whose deadline has passed and cannot take effect; the log says why")
                .tag("collection", collection)
                .register(metrics);
        this.rounds = new Rounds(
                "the sweep of deadlines", settings.every(), first.then(Mono.defer(this::createIndex)), this::sweep);
    }

    private Mono<Void> createIndex() {
        return Mono.from(store.documents().createIndex(ascending(field), new IndexOptions().sparse(true)))
                .then();
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

    /** One deadline after the other until none is due. Asking the store anew for each keeps them in order. */
    private Mono<Void> sweep() {
        Set<String> passedOver = new HashSet<>();
        return Mono.defer(() -> takeEarliest(passedOver))
                .repeat()
                .takeWhile(found -> found)
                // What is not due any more was mended elsewhere: by a person, or by another instance.
                .then(Mono.fromRunnable(() -> stuck.retainAll(passedOver)));
    }

    /** @return whether a deadline was due */
    private Mono<Boolean> takeEarliest(Set<String> passedOver) {
        return Mono.from(store.documents()
                        .find(and(lte(field, Date.from(clock.instant())), nin("_id", passedOver)))
                        .sort(ascending(field))
                        .first())
                .flatMap(document -> take(document, passedOver).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Void> take(BsonDocument document, Set<String> passedOver) {
        String id = document.getString("_id").getValue();
        Instant deadline = Instant.ofEpochMilli(document.getDateTime(field).getValue());
        return store.change(id, aggregate -> onDue.apply(aggregate, clock.instant()))
                .doOnNext(result -> {
                    stuck.remove(id);
                    if (result.kind() == Result.Kind.CHANGED) {
                        lateness.record(Duration.between(deadline, clock.instant()));
                    } else {
                        passedOver.add(id);
                    }
                })
                .then()
                .onErrorResume(e -> !Absence.isBehind(e), e -> {
                    // One aggregate that cannot be changed must not keep all the others waiting.
                    passedOver.add(id);
                    if (stuck.add(id)) {
                        log.error("a deadline of {} cannot take effect; every look tries it again", id, e);
                    }
                    return Mono.empty();
                });
    }
}
