package io.twingrid.points;

import io.twingrid.points.PointsSettings.Sweeping;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finishes what a crash or an absent store left half done. Any number of instances may sweep. */
final class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final List<Unfinished> works;
    private final Sweeping settings;
    private final Clock clock;

    Sweep(List<Unfinished> works, Sweeping settings, Clock clock) {
        this.works = List.copyOf(works);
        this.settings = settings;
        this.clock = clock;
    }

    /** One round over everything; what fails is left for the next. */
    Mono<Void> once() {
        return Flux.fromIterable(works)
                .concatMap(work -> work.begunBefore(clock.instant().minus(settings.after()), settings.most())
                        .concatMap(id -> work.finish(id)
                                .doOnSuccess(done -> log.info("finished {}, which had been cut off", id))
                                .then()
                                .onErrorResume(e -> left(id, e)))
                        .onErrorResume(e -> left("what was cut off", e)))
                .then();
    }

    private static Mono<Void> left(String what, Throwable e) {
        log.warn("{} could not be finished and is left for the next sweep: {}", what, e.toString());
        return Mono.empty();
    }
}
