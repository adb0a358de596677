package io.twingrid.escalation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for forwards that are due, again and again. */
final class ForwardLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ForwardLoop.class);

    private final Forwarding forwarding;
    private final Duration every;
    private final Mono<Void> first;
    private volatile @Nullable Disposable running;

    /**
     * A loop.
     *
     * @param first what the first look waits for: in a replay the facts that something was delivered come behind those that
     *     it was to be
     */
    ForwardLoop(Forwarding forwarding, Duration every, Mono<Void> first) {
        this.forwarding = forwarding;
        this.every = every;
        this.first = first;
    }

    @Override
    public void start() {
        running = first.thenMany(Flux.interval(Duration.ZERO, every).onBackpressureDrop())
                .concatMap(tick -> round(), 1)
                .subscribe(done -> {}, e -> log.error("nothing is forwarded any more; restart the service", e));
    }

    @Override
    public void stop() {
        Disposable loop = running;
        if (loop != null) {
            loop.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Void> round() {
        return forwarding
                .round()
                .doOnError(e -> log.warn("forwards are looked at again in {}: {}", every, e.toString()))
                .onErrorComplete();
    }
}
