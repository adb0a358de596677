package io.twingrid.notification.channel;

import io.twingrid.notification.domain.Lane;
import io.twingrid.notification.domain.Lanes;
import io.twingrid.notification.domain.TargetKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Serves the targets of one kind side by side, never more than there is room for. Each kind has a pump and room of its
 * own, so a kind that hangs takes none from the others.
 */
final class Pump {
    private static final Logger log = LoggerFactory.getLogger(Pump.class);

    private final TargetKind kind;
    private final Lanes lanes;
    private final Courier courier;
    private final DeliveryLimits limits;
    private final Clock clock;
    private final Semaphore room;
    private final Sinks.Many<Boolean> kicks = Sinks.many().multicast().directBestEffort();
    private Disposable.Composite running = Disposables.composite();

    Pump(TargetKind kind, Lanes lanes, Courier courier, DeliveryLimits limits, Clock clock) {
        this.kind = kind;
        this.lanes = lanes;
        this.courier = courier;
        this.limits = limits;
        this.clock = clock;
        this.room = new Semaphore(limits.parallel());
    }

    void start() {
        Disposable.Composite work = Disposables.composite();
        running = work;
        Flux<Boolean> ticks = Flux.interval(Duration.ZERO, limits.every()).map(tick -> true);
        work.add(Flux.merge(ticks, kicks.asFlux())
                .onBackpressureLatest()
                .concatMap(tick -> fill(work), 1)
                .subscribe());
    }

    void stop() {
        running.dispose();
    }

    /** Something was planned, or there is room again: look at once. */
    void kick() {
        // Two at the same moment are one after the other; without anybody to hear there is nothing to look for.
        kicks.emitNext(true, (signal, failure) -> failure == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    private Mono<Void> fill(Disposable.Composite work) {
        return Mono.defer(() -> room.tryAcquire() ? claim(work) : Mono.just(false))
                .repeat()
                .takeWhile(more -> more)
                .then()
                .onErrorResume(e -> {
                    log.warn("nothing can be sent by {}, trying again: {}", kind, e.toString());
                    return Mono.empty();
                });
    }

    /** @return whether there was a target to serve */
    private Mono<Boolean> claim(Disposable.Composite work) {
        Instant now = clock.instant();
        return lanes.claim(kind, now, now.plus(limits.lease()))
                .doOnNext(lane -> serve(lane, work))
                .hasElement()
                .doOnNext(found -> {
                    if (!found) {
                        room.release();
                    }
                })
                .doOnError(e -> room.release());
    }

    private void serve(Lane lane, Disposable.Composite work) {
        Disposable.Swap turn = Disposables.swap();
        work.add(turn);
        turn.update(courier.serve(lane)
                .doFinally(end -> {
                    work.remove(turn);
                    room.release();
                    kick();
                })
                .subscribe(
                        done -> {},
                        // The claim ends by itself, and then it is tried again.
                        e -> log.warn("{} {} was left: {}", kind, lane.target().id(), e.toString())));
    }
}
