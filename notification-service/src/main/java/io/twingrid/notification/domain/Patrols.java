package io.twingrid.notification.domain;

import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Where observers ride. Errors of every method: the store's, if it is away. */
public interface Patrols {

    /** Keeps where they ride from now on; what is older than what is known changes nothing. */
    Mono<Void> save(List<Patrol> patrols);

    /** The audiences that an observer belongs to because of where he rides. */
    Mono<Set<Audience>> audiencesOf(String observer);
}
