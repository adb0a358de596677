package io.twingrid.points;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Observers in a map. */
class InMemoryObservers implements Observers {
    private final InMemoryAggregates<Observer> all = new InMemoryAggregates<>();

    /** Somebody who is appointed already. */
    static Observer active(String id) {
        return new Observer(
                id,
                "邱昌健",
                "圆通速递",
                "courier",
                List.of(),
                List.of("tieshan-01"),
                Observer.State.ACTIVE,
                List.of(),
                "2026-" + id,
                Instant.parse("2026-04-11T02:00:00Z"),
                null,
                false);
    }

    @Override
    public Mono<Observer> add(Observer observer, List<PointsFact> facts) {
        return all.add(observer.id(), observer);
    }

    @Override
    public Mono<Observer> find(String id) {
        return all.find(id);
    }

    @Override
    public Mono<Observer> ofCredential(String number) {
        return all.all()
                .filter(observer -> number.equals(observer.credential()))
                .next();
    }

    @Override
    public Mono<Observer> change(String id, Function<Observer, Outcome<Observer, PointsFact>> verb) {
        return all.change(id, verb);
    }

    @Override
    public Flux<Observer> inState(Observer.State state, @Nullable String after, int most) {
        return all.all().filter(observer -> observer.state() == state);
    }
}
