package io.twingrid.chassis.change;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes a service's indexes at start, and goes on trying while the store is away. */
public final class StorePreparation implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StorePreparation.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(10);

    private final List<Prepared> stores;
    private volatile @Nullable Disposable running;

    public StorePreparation(List<Prepared> stores) {
        this.stores = List.copyOf(stores);
    }

    /** A store that needs indexes: implemented by a service's adapter, called once at start. */
    @FunctionalInterface
    public interface Prepared {
        /** Creates what is missing; asking again changes nothing. */
        Mono<Void> prepare();
    }

    @Override
    public void start() {
        running = Flux.fromIterable(stores)
                .concatMap(store -> store.prepare()
                        .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_RETRY)
                                .maxBackoff(SLOWEST_RETRY)
                                .doBeforeRetry(again -> log.warn(
                                        "indexes are not made yet, trying again: {}",
                                        String.valueOf(again.failure())))))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable work = running;
        if (work != null) {
            work.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
