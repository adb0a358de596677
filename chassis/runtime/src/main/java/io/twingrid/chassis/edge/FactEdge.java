package io.twingrid.chassis.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Trace;
import io.twingrid.chassis.fact.Fact;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
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
     * @param write executes what the handlers answered, in order; if it fails the whole poll comes again
     */
    public <W> Consumer<Message<List<byte[]>>> bulk(FactRoutes<W> routes, Function<List<W>, Mono<?>> write) {
        return message -> work(Poll.read(message, routes), deliveries -> atOnce(deliveries, write));
    }

    private <R> void work(Poll<R> poll, Function<List<Delivery<R>>, Map<Integer, Throwable>> way) {
        Map<Integer, Throwable> failures = poll.deliveries().isEmpty() ? Map.of() : way.apply(poll.deliveries());
        failures.entrySet().stream().min(Map.Entry.comparingByKey()).ifPresent(first -> {
            throw failed(first.getValue(), first.getKey());
        });
        if (poll.cause() != null) {
            throw failed(poll.cause(), poll.unreadable());
        }
    }

    private static BatchListenerFailedException failed(Throwable cause, int index) {
        return new BatchListenerFailedException(String.valueOf(cause.getMessage()), cause, index);
    }

    private <R extends Mono<?>> Map<Integer, Throwable> inLanes(List<Delivery<R>> deliveries) {
        Map<Object, List<Delivery<R>>> lanes = new LinkedHashMap<>();
        for (Delivery<R> delivery : deliveries) {
            Object lane = delivery.key() == null ? delivery : delivery.key();
            lanes.computeIfAbsent(lane, k -> new ArrayList<>()).add(delivery);
        }
        Unfinished unfinished = new Unfinished(deliveries);
        block(Flux.fromIterable(lanes.values())
                .flatMap(
                        lane -> Flux.fromIterable(lane)
                                .concatMap(delivery -> handle(delivery)
                                        .doOnSuccess(done -> unfinished.done(delivery.index()))
                                        .doOnError(e -> unfinished.failed(delivery.index(), e)))
                                .onErrorComplete(),
                        settings.lanes())
                .then());
        return unfinished.failures();
    }

    private Mono<?> handle(Delivery<? extends Mono<?>> delivery) {
        Fact fact = delivery.fact();
        return Mono.defer(delivery::handle)
                .doOnSuccess(outcome -> count(fact, outcome))
                .contextWrite(context -> Trace.with(context, fact.traceparent()));
    }

    private <W> Map<Integer, Throwable> atOnce(List<Delivery<W>> deliveries, Function<List<W>, Mono<?>> write) {
        List<W> writes = new ArrayList<>();
        Map<Integer, Throwable> failures = new TreeMap<>();
        for (Delivery<W> delivery : deliveries) {
            try {
                writes.add(delivery.handle());
            } catch (RuntimeException e) {
                failures.put(delivery.index(), e);
                break;
            }
        }
        if (!writes.isEmpty()) {
            block(write.apply(writes)
                    .doOnError(e -> failures.put(deliveries.getFirst().index(), e))
                    .onErrorComplete());
        }
        deliveries.subList(0, writes.size()).forEach(delivery -> count(delivery.fact(), null));
        return failures;
    }

    // The listener's own thread may wait here: while it waits, nothing more is polled.
    private void block(Mono<?> work) {
        work.block(settings.workWithin());
    }

    private void count(Fact fact, @org.jspecify.annotations.Nullable Object outcome) {
        String name = outcome instanceof Result<?> result ? result.kind().name().toLowerCase(Locale.ROOT) : "handled";
        metrics.counter("facts.handled", "type", fact.type(), "outcome", name).increment();
        metrics.timer("facts.age", "type", fact.type())
                .record(Duration.between(fact.time(), clock.instant()).abs());
    }

    /** Which records of a poll have not been finished, and why. */
    private static final class Unfinished {
        private static final Throwable NOT_REACHED = new IllegalStateException("a record before it failed");
        private final ConcurrentMap<Integer, Throwable> open = new ConcurrentHashMap<>();

        Unfinished(List<? extends Delivery<?>> deliveries) {
            deliveries.forEach(delivery -> open.put(delivery.index(), NOT_REACHED));
        }

        void done(int index) {
            open.remove(index);
        }

        void failed(int index, Throwable cause) {
            open.put(index, cause);
        }

        Map<Integer, Throwable> failures() {
            return open;
        }
    }
}
