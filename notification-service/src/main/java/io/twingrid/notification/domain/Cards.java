package io.twingrid.notification.domain;

import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The card of every report and care task that was heard of, by its id. */
public interface Cards {

    /** The cards of these, as far as there are any. */
    Mono<Map<String, Card>> find(Set<String> ids);

    /** Keeps what is new; what a card does not know stays as it is in the store. */
    Mono<Void> save(Map<String, Card> news);
}
