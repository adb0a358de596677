package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Observers in MongoDB, one document each. */
public final class MongoObservers implements Observers, StorePreparation.Prepared {
    private final Aggregates<Observer> observers;

    /** Opens those of a database. */
    public MongoObservers(OutboxRelay relay, MongoDatabase database, String topic) {
        this.observers = Aggregates.open(relay, database, "observers", topic, Observer.class);
    }

    @Override
    public Mono<Observer> add(Observer observer, List<PointsFact> facts) {
        return observers.add(observer.id(), observer, facts);
    }

    @Override
    public Mono<Observer> find(String id) {
        return observers.find(id);
    }

    @Override
    public Mono<Observer> ofCredential(String number) {
        return observers
                .query(eq("credential", number), ascending("credential"), 1)
                .next();
    }

    @Override
    public Mono<Observer> change(String id, Function<Observer, Outcome<Observer, PointsFact>> verb) {
        return observers.change(id, verb);
    }

    @Override
    public Flux<Observer> inState(Observer.State state, @Nullable String after, int most) {
        return observers.query(
                and(eq("state", state.name()), gt("_id", after == null ? "" : after)), ascending("_id"), most);
    }

    @Override
    public Mono<Void> prepare() {
        var documents = observers.documents();
        return Mono.from(documents.createIndex(ascending("state", "_id")))
                .then(Mono.from(documents.createIndex(ascending("credential"))))
                .then();
    }
}
