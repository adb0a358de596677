package io.twingrid.chassis.edge;

import io.twingrid.chassis.fact.Fact;
import reactor.core.publisher.Mono;

/**
 * How the aggregates of a store come out of the facts about them.
 *
 * @param <T> what is known of one aggregate so far, out of the facts that were heard
 */
public interface Retelling<T> {
    /** Before the first fact: forgets what is counted anew. Asked for again after a rebuild that was cut off. */
    Mono<Void> begin();

    /** Nothing is known yet of an aggregate. */
    T nothing();

    /** The next fact about an aggregate in the order of the topic; each once, however often it stands there. */
    void hear(T told, Fact fact);

    /** All is heard of an aggregate: writes it. Nothing may be stated of what was stated before. */
    Mono<?> write(String id, T told);
}
