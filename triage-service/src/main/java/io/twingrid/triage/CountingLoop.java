package io.twingrid.triage;

import io.twingrid.triage.store.Tallies;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts what has changed, round after round, for as long as there is something, and looks again after a pause. */
final class CountingLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CountingLoop.class);

    private final Tallies tallies;
    private final Duration every;
    private volatile @Nullable Disposable counting;

    CountingLoop(Tallies tallies, Duration every) {
        this.tallies = tallies;
        this.every = every;
    }

    @Override
    public void start() {
        counting = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> count(), 1)
                .subscribe(counted -> {}, e -> log.error("nothing is counted any more; restart the service", e));
    }

    @Override
    public void stop() {
        Disposable running = counting;
        if (running != null) {
            running.dispose();
            counting = null;
        }
    }

    @Override
    public boolean isRunning() {
        return counting != null;
    }

    private Mono<Void> count() {
        return tallies.round()
                .expand(isMore -> isMore ? tallies.round() : Mono.empty())
                .then()
                .doOnError(e -> log.warn("what has changed is counted in {}: {}", every, e.toString()))
                .onErrorComplete();
    }
}
