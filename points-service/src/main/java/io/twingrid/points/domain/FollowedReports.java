package io.twingrid.points.domain;

import reactor.core.publisher.Mono;

/** Who follows which report; one document each. What a fact has changed, its redelivery does not change again. */
public interface FollowedReports {
    /** An observer's later report was joined to this one. */
    Mono<Followers> join(String reportId, String factId, String later, String observer);

    /** A later report was parted from this one; empty if none was ever joined to it. */
    Mono<Followers> part(String reportId, String factId, String later);

    /** Who follows a report; empty if none was ever joined to it. */
    Mono<Followers> followersOf(String reportId);
}
