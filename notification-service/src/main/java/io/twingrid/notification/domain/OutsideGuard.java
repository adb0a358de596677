package io.twingrid.notification.domain;

import java.net.URI;
import reactor.core.publisher.Mono;

/** Keeps us from being made to call what only we can reach (server-side request forgery). */
public interface OutsideGuard {

    /** Why a URL may not be called, a sentence for whoever wants to save it; empty if it may. */
    Mono<String> objection(URI url);
}
