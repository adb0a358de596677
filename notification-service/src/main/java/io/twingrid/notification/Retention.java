package io.twingrid.notification;

import io.twingrid.notification.store.MongoNotices;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Clears away notices that nobody can see any more. Any number of instances may do so at once. */
final class Retention implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    /** Notices deleted at a time, so that a sweep after a long pause does not hold up the store. */
    private static final int AT_A_TIME = 500;

    private final MongoNotices notices;
    private final Duration every;
    private volatile @Nullable Disposable sweeping;

    Retention(MongoNotices notices, Duration every) {
        this.notices = notices;
        this.every = every;
    }

    @Override
    public void start() {
        sweeping = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> sweep(), 1)
                .subscribe();
    }

    private Mono<Void> sweep() {
        return Mono.defer(() -> notices.sweep(AT_A_TIME))
                .repeat()
                .takeWhile(deleted -> deleted > 0)
                .then()
                .doOnError(
                        e -> log.warn("old notices are not cleared away, trying again in {}: {}", every, e.toString()))
                .onErrorComplete();
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
}
