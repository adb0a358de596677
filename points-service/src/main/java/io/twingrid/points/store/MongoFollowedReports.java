package io.twingrid.points.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.OutboxRelay;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.points.domain.FollowedReports;
import io.twingrid.points.domain.Followers;
import io.twingrid.points.domain.PointsFact;
import java.util.List;
import reactor.core.publisher.Mono;

/** Followers of reports in MongoDB, one document a report that others were joined to. */
public final class MongoFollowedReports implements FollowedReports {
    private final ChangeStore<Followers, PointsFact> store;

    /** Opens those of a database. Nothing is told of them. */
    public MongoFollowedReports(OutboxRelay relay, MongoDatabase database, String topic) {
        this.store = relay.store(database, "followers", topic, new RecordMapping<>(Followers.class));
    }

    @Override
    public Mono<Followers> join(String reportId, String factId, String later, String observer) {
        return store.create(reportId, null, new Followers(reportId, List.of()), List.of())
                .then(store.changeOnce(reportId, factId, followers -> followers.join(later, observer)))
                .map(Result::aggregate);
    }

    @Override
    public Mono<Followers> part(String reportId, String factId, String later) {
        return store.changeOnce(reportId, factId, followers -> followers.part(later))
                .map(Result::aggregate);
    }

    @Override
    public Mono<Followers> followersOf(String reportId) {
        return store.find(reportId).map(Versioned::aggregate);
    }
}
