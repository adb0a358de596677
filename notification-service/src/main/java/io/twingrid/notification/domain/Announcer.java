package io.twingrid.notification.domain;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells every instance that a notice was stored. */
public interface Announcer {

    /**
     * Announces a notice.
     *
     * @param traceparent the W3C trace context that led to the notice, or null
     * @return completes when the broker has it
     */
    Mono<Void> announce(Notice notice, @Nullable String traceparent);
}
