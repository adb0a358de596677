package io.twingrid.points.store;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.reward.Reward;
import io.twingrid.points.domain.reward.Rewards;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The catalogue of rewards in MongoDB. */
public final class MongoRewards implements Rewards {
    private final Aggregates<Reward> rewards;

    /** Opens that of a database. */
    public MongoRewards(OutboxRelay relay, MongoDatabase database, String topic) {
        this.rewards = Aggregates.open(relay, database, "rewards", topic, Reward.class);
    }

    @Override
    public Mono<Reward> add(Reward reward) {
        return rewards.add(reward.id(), reward, List.of());
    }

    @Override
    public Mono<Reward> replace(Reward reward) {
        return rewards.change(reward.id(), before -> Outcome.changed(reward, List.of()));
    }

    @Override
    public Mono<Reward> find(String id) {
        return rewards.find(id);
    }

    @Override
    public Flux<Reward> list(@Nullable String after, int most) {
        return rewards.query(gt("_id", after == null ? "" : after), ascending("_id"), most);
    }
}
