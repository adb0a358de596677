package io.twingrid.chassis.file;

import io.twingrid.chassis.rounds.Rounds;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks at the town's files every few seconds, so that a new catalogue needs no restart. */
public final class TownWatch implements SmartLifecycle {
    private final Rounds rounds;

    /**
     * Watches files.
     *
     * @param every pause between two looks
     */
    public TownWatch(List<TownSource<?>> sources, Duration every) {
        List<TownSource<?>> watched = List.copyOf(sources);
        this.rounds = new Rounds("the look at the town's files", every, () -> look(watched));
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

    private static Mono<Void> look(List<TownSource<?>> sources) {
        return Mono.<Void>fromRunnable(() -> sources.forEach(TownSource::refresh))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
