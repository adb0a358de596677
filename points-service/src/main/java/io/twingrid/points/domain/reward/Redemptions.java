package io.twingrid.points.domain.reward;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.Place;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All redemptions; one document each, changed by compare-and-set. */
public interface Redemptions {
    /** Adds one; answers the one that is there if the id is taken. */
    Mono<Redemption> add(Redemption redemption);

    Mono<Redemption> find(String id);

    /** The one that a voucher belongs to. */
    Mono<Redemption> ofVoucher(String voucher);

    /** Asks one for a change; a refusal is an error of {@link io.twingrid.points.domain.RefusedException}. */
    Mono<Redemption> change(String id, Function<Redemption, Outcome<Redemption, PointsFact>> verb);

    /** An observer's, newest first, behind {@code after} if it is given. */
    Flux<Redemption> ofObserver(String observer, @Nullable Place after, int most);

    /** Ids of those that something was left to do of before a time, oldest first. */
    Flux<String> openBefore(Instant time, int most);
}
