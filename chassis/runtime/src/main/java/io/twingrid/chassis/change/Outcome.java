package io.twingrid.chassis.change;

import java.util.List;

/**
 * What came of asking an aggregate for a change. Plain Java, so that a domain may return it.
 *
 * @param <A> the aggregate
 * @param <F> its facts
 */
public sealed interface Outcome<A, F> {

    /** It is done: how the aggregate is now, and what happened, in order. */
    record Changed<A, F>(A after, List<F> facts) implements Outcome<A, F> {
        public Changed {
            facts = List.copyOf(facts);
        }
    }

    /** It was so already. */
    record Unchanged<A, F>() implements Outcome<A, F> {}

    /** The rules do not allow it; the reason is a sentence for the person who asked. */
    record Refused<A, F>(String reason) implements Outcome<A, F> {}

    static <A, F> Outcome<A, F> changed(A after, List<F> facts) {
        return new Changed<>(after, facts);
    }

    static <A, F> Outcome<A, F> changed(A after, F fact) {
        return new Changed<>(after, List.of(fact));
    }

    static <A, F> Outcome<A, F> unchanged() {
        return new Unchanged<>();
    }

    static <A, F> Outcome<A, F> refused(String reason) {
        return new Refused<>(reason);
    }
}
