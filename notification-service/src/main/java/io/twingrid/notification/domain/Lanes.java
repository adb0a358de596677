package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Which targets have something to be sent, and who is at it. A claim ends by itself, so that what a killed instance was
 * at is taken up by another. Errors of every method: the store's, if it is away.
 */
public interface Lanes {

    /** Something was planned for these targets, due at these times. A paused target stays paused. */
    Mono<Void> wake(Map<String, Instant> due);

    /**
     * Claims the target of this kind that has waited longest; no two instances have the same one.
     *
     * @param until when the claim ends by itself
     * @return empty if none has anything due, or all such are claimed or at rest
     */
    Mono<Lane> claim(TargetKind kind, Instant now, Instant until);

    /** Gives a claim back; changes nothing if another has claimed the target meanwhile. */
    Mono<Void> leave(Lane lane, Lane.Left left);

    /** Lets a paused target be called again; false if there is none of this id. */
    Mono<Boolean> resume(String targetId, Instant now);
}
