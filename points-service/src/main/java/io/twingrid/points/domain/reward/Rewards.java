package io.twingrid.points.domain.reward;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The catalogue of rewards. */
public interface Rewards {
    /** Adds a reward; answers the one that is there if the id is taken. */
    Mono<Reward> add(Reward reward);

    /** Puts a reward in the place of the one of its id; empty if there is none. */
    Mono<Reward> replace(Reward reward);

    Mono<Reward> find(String id);

    /** Up to {@code most} in the order of their ids, behind {@code after} if it is given. */
    Flux<Reward> list(@Nullable String after, int most);
}
