package io.twingrid.points;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.change.Outcome.Refused;
import io.twingrid.chassis.change.Outcome.Unchanged;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Aggregates in a map, changed one at a time. */
final class InMemoryAggregates<A> {
    private final Map<String, A> byId = new LinkedHashMap<>();
    private final List<PointsFact> told = new ArrayList<>();

    /** What was told so far, in order. */
    List<PointsFact> told() {
        synchronized (byId) {
            return List.copyOf(told);
        }
    }

    Mono<A> add(String id, A aggregate) {
        return Mono.fromSupplier(() -> {
            synchronized (byId) {
                A there = byId.putIfAbsent(id, aggregate);
                return there == null ? aggregate : there;
            }
        });
    }

    Mono<A> find(String id) {
        return Mono.fromSupplier(() -> {
            synchronized (byId) {
                return byId.get(id);
            }
        });
    }

    Mono<A> change(String id, Function<A, Outcome<A, PointsFact>> verb) {
        return Mono.defer(() -> {
            synchronized (byId) {
                A before = byId.get(id);
                if (before == null) {
                    return Mono.empty();
                }
                return switch (verb.apply(before)) {
                    case Changed<A, PointsFact> changed -> {
                        byId.put(id, changed.after());
                        told.addAll(changed.facts());
                        yield Mono.just(changed.after());
                    }
                    case Unchanged<A, PointsFact> same -> Mono.just(before);
                    case Refused<A, PointsFact> refused -> Mono.error(new RefusedException(refused.reason()));
                };
            }
        });
    }

    Flux<A> all() {
        return Flux.defer(() -> {
            synchronized (byId) {
                return Flux.fromIterable(List.copyOf(byId.values()));
            }
        });
    }
}
