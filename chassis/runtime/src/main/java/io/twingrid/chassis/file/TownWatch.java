package io.twingrid.chassis.file;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Looks at the town's files every few seconds, so that a new catalogue needs no restart. */
public final class TownWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TownWatch.class);

    private final List<TownSource<?>> sources;
    private final Duration every;
    private volatile @Nullable Disposable watching;

    /**
     * Watches files.
     *
     * @param every pause between two looks
     */
    public TownWatch(List<TownSource<?>> sources, Duration every) {
        this.sources = List.copyOf(sources);
        this.every = every;
    }

    @Override
    public void start() {
        watching = Flux.interval(every, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .doOnNext(tick -> sources.forEach(TownSource::refresh))
                .subscribe(tick -> {}, e -> log.error("the town's files are not looked at any more", e));
    }

    @Override
    public void stop() {
        Disposable running = watching;
        if (running != null) {
            running.dispose();
            watching = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }
}
