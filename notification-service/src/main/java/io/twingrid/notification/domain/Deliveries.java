package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All deliveries. Errors of every method: the store's, if it is away. */
public interface Deliveries {

    /** Keeps deliveries that are to be made; those that are there already stay as they are. */
    Mono<Void> plan(List<Delivery> planned);

    /** A target's deliveries whose time has come, the longest due first. */
    Flux<Delivery> due(String targetId, Instant now, int limit);

    /** When the next of a target's deliveries is due; empty if none is waiting. */
    Mono<Instant> nextDue(String targetId);

    /** Keeps what came of a try; a delivery that is no longer waiting stays as it is. */
    Mono<Void> tried(List<Delivery> sent, Delivery.Result result);

    /**
     * Ends a target's deliveries that were due before {@code before}.
     *
     * @return how many
     */
    Mono<Long> expire(String targetId, Instant before);

    /** Ends all that is waiting for a target, because nobody is there any more. */
    Mono<Void> drop(String targetId, Delivery.Attempt why);

    /**
     * Deliveries for those who look after them, the newest notices first.
     *
     * @param before only those before the delivery of this id, or null
     */
    Flux<Delivery> list(Wanted wanted, @Nullable String before, int limit);

    /**
     * Which deliveries are asked for; null means any.
     *
     * @param noticeId of this notice
     * @param kind to targets of this kind
     * @param targetId to this target
     * @param status of this status
     */
    record Wanted(
            @Nullable String noticeId,
            @Nullable TargetKind kind,
            @Nullable String targetId,
            Delivery.@Nullable Status status) {}
}
