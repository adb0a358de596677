package io.twingrid.intake.domain;

import reactor.core.publisher.Mono;

/** Random bytes that all instances share; made when first asked for. */
@FunctionalInterface
public interface Secrets {
    Mono<byte[]> secret(String name);
}
