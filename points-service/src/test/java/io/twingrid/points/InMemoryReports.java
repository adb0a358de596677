package io.twingrid.points;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.FollowedReports;
import io.twingrid.points.domain.Followers;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.ReportAreas;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What is kept of reports, in maps: where they lie, and who follows them. */
final class InMemoryReports implements ReportAreas, FollowedReports {
    private final Map<String, String> areas = new HashMap<>();
    private final InMemoryAggregates<Followers> followers = new InMemoryAggregates<>();
    private final Set<String> applied = new HashSet<>();

    @Override
    public Mono<Void> put(String reportId, String community) {
        return Mono.fromRunnable(() -> areas.put(reportId, community));
    }

    @Override
    public Mono<String> of(String reportId) {
        return Mono.fromSupplier(() -> areas.get(reportId));
    }

    @Override
    public Mono<Followers> join(String reportId, String factId, String later, String observer) {
        return followers
                .add(reportId, new Followers(reportId, List.of()))
                .then(once(reportId, factId, all -> all.join(later, observer)));
    }

    @Override
    public Mono<Followers> part(String reportId, String factId, String later) {
        return once(reportId, factId, all -> all.part(later));
    }

    @Override
    public Mono<Followers> followersOf(String reportId) {
        return followers.find(reportId);
    }

    private Mono<Followers> once(
            String reportId, String factId, Function<Followers, Outcome<Followers, PointsFact>> verb) {
        return Mono.defer(() -> applied.add(factId) ? followers.change(reportId, verb) : followers.find(reportId));
    }
}
