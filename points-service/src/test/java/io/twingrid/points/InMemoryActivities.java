package io.twingrid.points;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.Place;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.activity.Activities;
import io.twingrid.points.domain.activity.Activity;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Activities in a map. */
class InMemoryActivities implements Activities {
    private final InMemoryAggregates<Activity> all = new InMemoryAggregates<>();

    List<PointsFact> told() {
        return all.told();
    }

    @Override
    public Mono<Activity> add(Activity activity) {
        return all.add(activity.id(), activity);
    }

    @Override
    public Mono<Activity> find(String id) {
        return all.find(id);
    }

    @Override
    public Mono<Activity> change(String id, Function<Activity, Outcome<Activity, PointsFact>> verb) {
        return all.change(id, verb);
    }

    @Override
    public Flux<Activity> list(@Nullable Place after, int most) {
        return all.all();
    }
}
