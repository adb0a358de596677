package io.twingrid.chassis.rounds;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Does one piece of work again and again until it is stopped: never two rounds at once, and what fails in one is logged and
 * left to the next.
 */
public final class Rounds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(10);

    private final String work;
    private final Duration every;
    private final Mono<Void> first;
    private final Supplier<? extends Mono<?>> round;
    private volatile @Nullable Disposable running;

    /**
     * Rounds that begin with the service.
     *
     * @param work what is done, for the log: "the sweep of deadlines"
     * @param every between the beginnings of two rounds; those that fall into a longer one are left out
     * @param round one round, made anew for each
     */
    public Rounds(String work, Duration every, Supplier<? extends Mono<?>> round) {
        this(work, every, Mono.empty(), round);
    }

    /**
     * Rounds of which the first waits for something.
     *
     * @param work what is done, for the log: "the sweep of deadlines"
     * @param every between the beginnings of two rounds; those that fall into a longer one are left out
     * @param first what the first round waits for; tried again for as long as it fails
     * @param round one round, made anew for each
     */
    public Rounds(String work, Duration every, Mono<Void> first, Supplier<? extends Mono<?>> round) {
        this.work = work;
        this.every = every;
        this.first = first;
        this.round = round;
    }

    @Override
    public void start() {
        running = first.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_RETRY).maxBackoff(SLOWEST_RETRY))
                .thenMany(Flux.interval(Duration.ZERO, every).onBackpressureDrop())
                .concatMap(tick -> once(), 1)
                .subscribe();
    }

    private Mono<Void> once() {
        return Mono.defer(round)
                .then()
                .doOnError(e -> log.warn("{} failed and is tried again in {}: {}", work, every, e.toString()))
                .onErrorComplete();
    }

    @Override
    public void stop() {
        Disposable rounds = running;
        if (rounds != null) {
            rounds.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
