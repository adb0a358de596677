package io.twingrid.points.domain.activity;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.Place;
import io.twingrid.points.domain.PointsFact;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All activities; one document each, changed by compare-and-set. */
public interface Activities {
    /** Adds one; answers the one that is there if the id is taken. */
    Mono<Activity> add(Activity activity);

    Mono<Activity> find(String id);

    /** Asks one for a change; a refusal is an error of {@link io.twingrid.points.domain.RefusedException}. */
    Mono<Activity> change(String id, Function<Activity, Outcome<Activity, PointsFact>> verb);

    /** Up to {@code most}, the latest to begin first, behind {@code after} if it is given. */
    Flux<Activity> list(@Nullable Place after, int most);
}
