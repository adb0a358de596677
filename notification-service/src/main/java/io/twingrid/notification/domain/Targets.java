package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All targets. Errors of every method: the store's, if it is away. */
public interface Targets {

    /**
     * A target and how it fares.
     *
     * @param failures tries in a row that failed
     * @param failingSince when the first of these was, or null
     * @param paused why it is not called any more, or null
     */
    record Registered(
            Target target,
            int failures,
            @Nullable Instant failingSince,
            @Nullable String paused) {}

    /** Those that listen to any of these audiences. */
    Flux<Target> listeningTo(Set<Audience> audiences);

    /** The browsers and mailboxes of these persons, the newest last. */
    Flux<Target> of(Set<String> persons);

    /** The target of this id; empty if there is none. */
    Mono<Registered> find(String id);

    /**
     * Those that are nobody's own, by id.
     *
     * @param within only those all of whose audiences are among these; null means any
     * @param after only those behind this id, or null
     */
    Flux<Registered> hooks(@Nullable Set<Audience> within, @Nullable String after, int limit);

    /** Keeps a target, new or changed; how it fares and what waits for it stays. */
    Mono<Void> save(Target target);

    /** Removes a target; false if there is none of this id. */
    Mono<Boolean> remove(String id);
}
