package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.points.domain.Place;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.activity.Activities;
import io.twingrid.points.domain.activity.Activity;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Activities in MongoDB, one document each. */
public final class MongoActivities implements Activities, StorePreparation.Prepared {
    private final Aggregates<Activity> activities;

    /** Opens those of a database. */
    public MongoActivities(OutboxRelay relay, MongoDatabase database, String topic) {
        this.activities = Aggregates.open(relay, database, "activities", topic, Activity.class);
    }

    @Override
    public Mono<Activity> add(Activity activity) {
        return activities.add(activity.id(), activity, List.of());
    }

    @Override
    public Mono<Activity> find(String id) {
        return activities.find(id);
    }

    @Override
    public Mono<Activity> change(String id, Function<Activity, Outcome<Activity, PointsFact>> verb) {
        return activities.change(id, verb);
    }

    @Override
    public Flux<Activity> list(@Nullable Place after, int most) {
        return activities.latest(empty(), "from", after, most);
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(activities.documents().createIndex(ascending("from", "_id")))
                .then();
    }
}
