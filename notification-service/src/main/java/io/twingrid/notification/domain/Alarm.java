package io.twingrid.notification.domain;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Tells those who look after the town's targets that one is not called any more. */
public interface Alarm {

    /**
     * A target was paused.
     *
     * @param since when it began to fail; told twice of one beginning, they hear of it once
     * @param why the last failure
     * @return errors: of the store or the broker, if one of them is away; then it is asked again
     */
    Mono<Void> paused(Target target, Instant since, String why);
}
