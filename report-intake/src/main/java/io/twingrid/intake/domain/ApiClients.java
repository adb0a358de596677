package io.twingrid.intake.domain;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The clients that have a key. The key itself is known to its owner alone; its SHA-256 is kept. */
public interface ApiClients {
    /** Empty if no client has this key, or it was revoked. */
    Mono<ApiClient> byKey(String key);

    /** False if there is a client of that name already. */
    Mono<Boolean> add(ApiClient client, String key);

    /** False if there is none of that name. */
    Mono<Boolean> revoke(String name);

    Flux<ApiClient> all();
}
