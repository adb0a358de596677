package io.twingrid.points;

import io.twingrid.points.domain.FollowedReports;
import io.twingrid.points.domain.Followers;
import io.twingrid.points.domain.Resolution;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reports that were joined to an earlier one (并案): when that is resolved, their observers earn what the rule for followers says, once
 * a matter. Who does not follow any more, or followed what was untrue, loses it. Hearing it again changes nothing.
 */
final class Joining {
    private final FollowedReports reports;
    private final Credits credits;

    Joining(FollowedReports reports, Credits credits) {
        this.reports = reports;
        this.credits = credits;
    }

    /** An observer's later report was joined to an earlier one. */
    Mono<?> joined(String reportId, String factId, String later, String observer) {
        return reports.join(reportId, factId, later, observer);
    }

    /** A later report was parted from an earlier one. */
    Mono<?> parted(String reportId, String factId, String later, Instant at) {
        return reports.part(reportId, factId, later).flatMap(now -> reverse(now.former(), reportId, at));
    }

    /** An earlier report was settled. */
    Mono<?> resolved(Resolution resolution) {
        return credits.followersEarn()
                ? reports.followersOf(resolution.reportId())
                        .flatMapIterable(Followers::observers)
                        .filter(resolution::isFollowedBy)
                        .concatMap(observer -> credits.creditFollower(resolution, observer))
                        .then()
                : Mono.empty();
    }

    /** An earlier report was found untrue after all. */
    Mono<?> invalidated(String reportId, Instant at) {
        return reports.followersOf(reportId).flatMap(now -> reverse(now.observers(), reportId, at));
    }

    private Mono<Void> reverse(List<String> observers, String reportId, Instant at) {
        return Flux.fromIterable(observers)
                .concatMap(observer -> credits.reverseFollowing(reportId, observer, at))
                .then();
    }
}
