package io.twingrid.points;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the town's first observers in, once: who is there already stays as he is. */
final class Seeding implements StorePreparation.Prepared {
    private final Observers observers;
    private final First first;

    Seeding(Observers observers, First first) {
        this.observers = observers;
        this.first = first;
    }

    /** Those who were appointed before there was this service; read from the town's {@code observers.yaml}. */
    record First(List<Appointment> appointed) {
        First {
            appointed = List.copyOf(requireNonNull(appointed, "appointed is missing"));
        }
    }

    /** One of them. */
    record Appointment(
            String id,
            String name,
            @Nullable String employer,
            @Nullable String trade,
            List<String> roads,
            List<String> grids,
            String credential,
            Instant since) {
        Appointment {
            requireNonNull(id, "an observer has no id");
            requireNonNull(name, "name of " + id + " is missing");
            requireNonNull(roads, "roads of " + id + " is missing");
            requireNonNull(grids, "grids of " + id + " is missing");
            requireNonNull(credential, "credential of " + id + " is missing");
            requireNonNull(since, "since of " + id + " is missing");
        }

        Observer toObserver() {
            return new Observer(
                    id,
                    name,
                    employer,
                    trade,
                    roads,
                    grids,
                    Observer.State.ACTIVE,
                    List.of(),
                    credential,
                    since,
                    null,
                    false);
        }
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.fromIterable(first.appointed())
                .concatMap(appointment -> {
                    Observer observer = appointment.toObserver();
                    return observers.add(observer, List.of(observer.appointed("system", appointment.since())));
                })
                .then();
    }
}
