package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.points.domain.Place;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.RefusedException;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One collection of aggregates as the ports of this service see it: values in and out, a refusal is an error. */
final class Aggregates<A extends Record> {
    private final ChangeStore<A, PointsFact> store;

    private Aggregates(ChangeStore<A, PointsFact> store) {
        this.store = store;
    }

    static <A extends Record> Aggregates<A> open(
            OutboxRelay relay, MongoDatabase database, String collection, String topic, Class<A> type) {
        return new Aggregates<>(relay.store(database, collection, topic, new RecordMapping<>(type)));
    }

    /** Adds an aggregate; answers the one that is there if the id is taken. */
    Mono<A> add(String id, A aggregate, List<PointsFact> facts) {
        return store.create(id, null, aggregate, facts).map(Result::aggregate);
    }

    Mono<A> find(String id) {
        return store.find(id).map(Versioned::aggregate);
    }

    Mono<A> change(String id, Function<A, Outcome<A, PointsFact>> verb) {
        return store.change(id, verb)
                .flatMap(result -> result.kind() == Kind.REFUSED
                        ? Mono.error(new RefusedException(Objects.requireNonNull(result.reason())))
                        : Mono.just(result.aggregate()));
    }

    Flux<A> query(Bson filter, Bson order, int most) {
        return Flux.from(documents().find(filter).sort(order).limit(most))
                .map(document -> store.read(document).aggregate());
    }

    /** Those that match, in the order of a time, latest first, behind a place if one is given. */
    Flux<A> latest(Bson filter, String time, @Nullable Place after, int most) {
        Bson page = after == null
                ? filter
                : and(
                        filter,
                        or(
                                lt(time, Date.from(after.at())),
                                and(eq(time, Date.from(after.at())), lt("_id", after.id()))));
        return query(page, descending(time, "_id"), most);
    }

    MongoCollection<BsonDocument> documents() {
        return store.documents();
    }
}
