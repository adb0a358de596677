package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.points.domain.Adjustment;
import io.twingrid.points.domain.Adjustments;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adjustments in MongoDB, one document each. */
public final class MongoAdjustments implements Adjustments, StorePreparation.Prepared {
    private final Aggregates<Adjustment> adjustments;

    /** Opens those of a database. */
    public MongoAdjustments(OutboxRelay relay, MongoDatabase database, String topic) {
        this.adjustments = Aggregates.open(relay, database, "adjustments", topic, Adjustment.class);
    }

    @Override
    public Mono<Adjustment> add(Adjustment adjustment) {
        return adjustments.add(adjustment.id(), adjustment, List.of());
    }

    @Override
    public Mono<Adjustment> find(String id) {
        return adjustments.find(id);
    }

    @Override
    public Mono<Adjustment> change(String id, Function<Adjustment, Outcome<Adjustment, PointsFact>> verb) {
        return adjustments.change(id, verb);
    }

    @Override
    public Flux<String> openBefore(Instant time, int most) {
        return adjustments
                .query(lt("open", Date.from(time)), ascending("open"), most)
                .map(Adjustment::id);
    }

    @Override
    public Flux<Adjustment> proposed(@Nullable String after, int most) {
        Bson waiting = eq("state", Adjustment.State.PROPOSED.name());
        return adjustments.query(after == null ? waiting : and(waiting, gt("_id", after)), ascending("_id"), most);
    }

    @Override
    public Mono<Void> prepare() {
        var documents = adjustments.documents();
        return Mono.from(documents.createIndex(ascending("open"), new IndexOptions().sparse(true)))
                .then(Mono.from(documents.createIndex(ascending("state", "_id"))))
                .then();
    }
}
