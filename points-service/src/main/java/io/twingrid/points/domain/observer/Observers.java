package io.twingrid.points.domain.observer;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.PointsFact;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All observers; one document each, changed by compare-and-set. */
public interface Observers {
    /** Adds one with what is to be told of him; answers the one that is there if the id is taken. */
    Mono<Observer> add(Observer observer, List<PointsFact> facts);

    Mono<Observer> find(String id);

    /** The one whose certificate has this number. */
    Mono<Observer> ofCredential(String number);

    /** Asks one for a change; a refusal is an error of {@link io.twingrid.points.domain.RefusedException}. */
    Mono<Observer> change(String id, Function<Observer, Outcome<Observer, PointsFact>> verb);

    /** Those in a state, in the order of their ids, behind {@code after} if it is given. */
    Flux<Observer> inState(Observer.State state, @Nullable String after, int most);
}
