package io.twingrid.points;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.Adjustment;
import io.twingrid.points.domain.Adjustments;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adjustments in a map. */
class InMemoryAdjustments implements Adjustments {
    private final InMemoryAggregates<Adjustment> all = new InMemoryAggregates<>();

    @Override
    public Mono<Adjustment> add(Adjustment adjustment) {
        return all.add(adjustment.id(), adjustment);
    }

    @Override
    public Mono<Adjustment> find(String id) {
        return all.find(id);
    }

    @Override
    public Mono<Adjustment> change(String id, Function<Adjustment, Outcome<Adjustment, PointsFact>> verb) {
        return all.change(id, verb);
    }

    @Override
    public Flux<String> openBefore(Instant time, int most) {
        return all.all()
                .filter(adjustment ->
                        adjustment.open() != null && adjustment.open().isBefore(time))
                .map(Adjustment::id);
    }

    @Override
    public Flux<Adjustment> proposed(@Nullable String after, int most) {
        return all.all().filter(adjustment -> adjustment.state() == Adjustment.State.PROPOSED);
    }
}
