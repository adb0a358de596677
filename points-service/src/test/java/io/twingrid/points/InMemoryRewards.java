package io.twingrid.points;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.Place;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.reward.Redemption;
import io.twingrid.points.domain.reward.Redemptions;
import io.twingrid.points.domain.reward.Reward;
import io.twingrid.points.domain.reward.Rewards;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rewards in a map. */
class InMemoryRewards implements Rewards {
    private final InMemoryAggregates<Reward> all = new InMemoryAggregates<>();

    @Override
    public Mono<Reward> add(Reward reward) {
        return all.add(reward.id(), reward);
    }

    @Override
    public Mono<Reward> replace(Reward reward) {
        return all.change(reward.id(), before -> Outcome.changed(reward, List.of()));
    }

    @Override
    public Mono<Reward> find(String id) {
        return all.find(id);
    }

    @Override
    public Flux<Reward> list(@Nullable String after, int most) {
        return all.all();
    }

    /** Redemptions in a map. */
    static class OfRedemptions implements Redemptions {
        private final InMemoryAggregates<Redemption> all = new InMemoryAggregates<>();

        Flux<Redemption> all() {
            return all.all();
        }

        @Override
        public Mono<Redemption> add(Redemption redemption) {
            return all.add(redemption.id(), redemption);
        }

        @Override
        public Mono<Redemption> find(String id) {
            return all.find(id);
        }

        @Override
        public Mono<Redemption> ofVoucher(String voucher) {
            return all.all()
                    .filter(redemption -> redemption.voucher().equals(voucher))
                    .next();
        }

        @Override
        public Mono<Redemption> change(String id, Function<Redemption, Outcome<Redemption, PointsFact>> verb) {
            return all.change(id, verb);
        }

        @Override
        public Flux<Redemption> ofObserver(String observer, @Nullable Place after, int most) {
            return all.all().filter(redemption -> redemption.observer().equals(observer));
        }

        @Override
        public Flux<String> openBefore(Instant time, int most) {
            return all.all()
                    .filter(redemption ->
                            redemption.open() != null && redemption.open().isBefore(time))
                    .map(Redemption::id);
        }
    }
}
