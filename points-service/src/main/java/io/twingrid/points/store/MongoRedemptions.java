package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.points.domain.Place;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.reward.Redemption;
import io.twingrid.points.domain.reward.Redemptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Redemptions in MongoDB, one document each. */
public final class MongoRedemptions implements Redemptions, StorePreparation.Prepared {
    private final Aggregates<Redemption> redemptions;

    /** Opens those of a database. */
    public MongoRedemptions(OutboxRelay relay, MongoDatabase database, String topic) {
        this.redemptions = Aggregates.open(relay, database, "redemptions", topic, Redemption.class);
    }

    @Override
    public Mono<Redemption> add(Redemption redemption) {
        return redemptions.add(redemption.id(), redemption, List.of());
    }

    @Override
    public Mono<Redemption> find(String id) {
        return redemptions.find(id);
    }

    @Override
    public Mono<Redemption> ofVoucher(String voucher) {
        return redemptions
                .query(eq("voucher", voucher), ascending("voucher"), 1)
                .next();
    }

    @Override
    public Mono<Redemption> change(String id, Function<Redemption, Outcome<Redemption, PointsFact>> verb) {
        return redemptions.change(id, verb);
    }

    @Override
    public Flux<Redemption> ofObserver(String observer, @Nullable Place after, int most) {
        return redemptions.latest(eq("observer", observer), "at", after, most);
    }

    @Override
    public Flux<String> openBefore(Instant time, int most) {
        return redemptions
                .query(lt("open", Date.from(time)), ascending("open"), most)
                .map(Redemption::id);
    }

    @Override
    public Mono<Void> prepare() {
        var documents = redemptions.documents();
        return Mono.from(documents.createIndex(ascending("observer", "at", "_id")))
                .then(Mono.from(documents.createIndex(ascending("voucher"))))
                .then(Mono.from(documents.createIndex(ascending("open"), new IndexOptions().sparse(true))))
                .then();
    }
}
