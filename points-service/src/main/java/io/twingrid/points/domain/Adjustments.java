package io.twingrid.points.domain;

import io.twingrid.chassis.change.Outcome;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The adjustments by hand; one document each, changed by compare-and-set. */
public interface Adjustments {
    /** Adds one; answers the one that is there if the id is taken. */
    Mono<Adjustment> add(Adjustment adjustment);

    Mono<Adjustment> find(String id);

    /** Asks one for a change; a refusal is an error of {@link RefusedException}. Empty if there is none. */
    Mono<Adjustment> change(String id, Function<Adjustment, Outcome<Adjustment, PointsFact>> verb);

    /** Ids of those that were decided before a time and are not booked yet, the oldest first. */
    Flux<String> openBefore(Instant time, int most);

    /** Up to {@code most} that wait for a second person, oldest first; behind the one with id {@code after}, if given. */
    Flux<Adjustment> proposed(@Nullable String after, int most);
}
