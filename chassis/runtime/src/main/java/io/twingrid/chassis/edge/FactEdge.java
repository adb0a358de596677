package io.twingrid.chassis.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Trace;
import io.twingrid.chassis.fact.Absence;
import io.twingrid.chassis.fact.Fact;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where facts come in: the imperative batch consumers that Spring Cloud Stream binds.
 *
 * <p>{@link #lanes} handles each fact on its own: those under one key one after the other, keys side by side. {@link
 * #bulk} turns a whole poll into one write. In both, offsets move after the work. When a record fails, all before it in
 * the poll are done and it is named to the error handler, which parks the unreadable and retries the unlucky ({@link
 * TroubleSorter}); the records behind it come again, which changes nothing because handlers are idempotent.
 */
public final class FactEdge {
    private final EdgeSettings settings;
    private final MeterRegistry metrics;
    private final Clock clock;

    public FactEdge(EdgeSettings settings, MeterRegistry metrics, Clock clock) {
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A consumer that calls each fact's handler and waits for what it answers. */
    public Consumer<Message<List<byte[]>>> lanes(FactRoutes<? extends Mono<?>> routes) {
        return message -> work(Poll.read(message, routes), this::inLanes);
    }

    /**
     * A consumer that makes one write of a poll.
     *
     * @param write executes what the handlers answered, in order. If it fails because the store is away the poll comes
     *     again; else the writes are tried one by one, to find the one that is at fault
     */
    public <W> Consumer<Message<List<byte[]>>> bulk(FactRoutes<W> routes, Function<List<W>, Mono<?>> write) {
        return message ->
                work(Poll.read(message, routes), (deliveries, failures) -> atOnce(deliveries, write, failures));
    }

    private <R> void work(Poll<R> poll, BiFunction<List<Delivery<R>>, Failures, Mono<?>> way) {
        Failures failures = new Failures();
        if (!poll.deliveries().isEmpty()) {
            block(
                    way.apply(poll.deliveries(), failures),
                    poll.deliveries().getFirst().index(),
                    failures);
        }
        failures.first().ifPresent(first -> {
            throw failed(first.getValue(), first.getKey());
        });
        if (poll.cause() != null) {
            throw failed(poll.cause(), poll.unreadable());
        }
    }

    // The listener's own thread may wait here: while it waits, nothing more is polled. Work that takes too long counts
    // as failed from the poll's first record on: which of them were done is not known, and repeats do no harm.
    private void block(Mono<?> work, int first, Failures failures) {
        try {
            work.block(settings.workWithin());
        } catch (RuntimeException e) {
            failures.add(first, e);
        }
    }

    private static BatchListenerFailedException failed(Throwable cause, int index) {
        return new BatchListenerFailedException(String.valueOf(cause.getMessage()), cause, index);
    }

    private <R extends Mono<?>> Mono<?> inLanes(List<Delivery<R>> deliveries, Failures failures) {
        Map<Object, List<Delivery<R>>> lanes = new LinkedHashMap<>();
        for (Delivery<R> delivery : deliveries) {
            Object lane = delivery.key() == null ? delivery : delivery.key();
            lanes.computeIfAbsent(lane, k -> new ArrayList<>()).add(delivery);
        }
        return Flux.fromIterable(lanes.values())
                .flatMap(
                        lane -> Flux.fromIterable(lane)
                                .concatMap(
                                        delivery -> handle(delivery).doOnError(e -> failures.add(delivery.index(), e)))
                                .onErrorComplete(),
                        settings.lanes())
                .then();
    }

    private Mono<?> handle(Delivery<? extends Mono<?>> delivery) {
        Fact fact = delivery.fact();
        return Mono.defer(delivery::handle)
                .doOnSuccess(outcome -> count(fact, outcome))
                .contextWrite(context -> Trace.with(context, fact.traceparent()));
    }

    private <W> Mono<?> atOnce(List<Delivery<W>> deliveries, Function<List<W>, Mono<?>> write, Failures failures) {
        List<W> writes = new ArrayList<>();
        for (Delivery<W> delivery : deliveries) {
            try {
                writes.add(delivery.handle());
            } catch (RuntimeException e) {
                failures.add(delivery.index(), e);
                break;
            }
        }
        if (writes.isEmpty()) {
            return Mono.empty();
        }
        List<Delivery<W>> done = deliveries.subList(0, writes.size());
        return Mono.defer(() -> write.apply(writes))
                .then(Mono.fromRunnable(() -> done.forEach(delivery -> count(delivery.fact(), null))))
                .onErrorResume(e -> !Absence.isBehind(e), e -> oneByOne(done, writes, write, failures));
    }

    /** One of them is at fault: only it may be blamed, and those before it must be done. */
    private <W> Mono<?> oneByOne(
            List<Delivery<W>> deliveries, List<W> writes, Function<List<W>, Mono<?>> write, Failures failures) {
        return Flux.range(0, writes.size())
                .concatMap(i -> Mono.defer(() -> write.apply(List.of(writes.get(i))))
                        .doOnSuccess(written -> count(deliveries.get(i).fact(), null))
                        .doOnError(e -> failures.add(deliveries.get(i).index(), e)))
                .onErrorComplete()
                .then();
    }

    private void count(Fact fact, @Nullable Object outcome) {
        String name = outcome instanceof Result<?> result ? result.kind().name().toLowerCase(Locale.ROOT) : "handled";
        metrics.counter("facts.handled", "type", fact.type(), "outcome", name).increment();
        metrics.timer("facts.age", "type", fact.type())
                .record(Duration.between(fact.time(), clock.instant()).abs());
    }

    /** What went wrong in a poll, by the record's place in it. */
    private static final class Failures {
        private final ConcurrentSkipListMap<Integer, Throwable> byIndex = new ConcurrentSkipListMap<>();

        void add(int index, Throwable cause) {
            byIndex.putIfAbsent(index, cause);
        }

        Optional<Map.Entry<Integer, Throwable>> first() {
            return Optional.ofNullable(byIndex.firstEntry());
        }
    }
}
