package io.twingrid.triage.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.twingrid.chassis.change.StorePreparation.Prepared;
import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.Location;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.Resemblance;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds earlier reports that may be of the same matter, by an index of squares of the map. */
public final class NearbyCases implements Prepared {
    private static final Set<String> ENDED = Set.of(CaseState.REJECTED.name(), CaseState.MERGED.name());

    private final MongoCollection<BsonDocument> cases;
    private final int candidates;
    private final int most;

    /**
     * Looks among the cases of a collection.
     *
     * @param candidates how many are looked at, the newest first
     * @param most how many are answered
     */
    public NearbyCases(MongoCollection<BsonDocument> cases, int candidates, int most) {
        this.cases = cases;
        this.candidates = candidates;
        this.most = most;
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(cases.createIndex(
                        compoundIndex(ascending(CaseDocument.SPOT), descending(CaseDocument.SUBMITTED_AT))))
                .then();
    }

    /** Ids of the cases whose reports resemble this one and came before it, the nearest first. */
    public Mono<List<String>> idsOfEarlier(String id, Report report, Resemblance same) {
        return Flux.from(cases.find(and(
                                in(
                                        CaseDocument.SPOT,
                                        MapSquares.spotsAround(report.category(), report.location(), same.metres())),
                                lte(CaseDocument.SUBMITTED_AT, Date.from(report.submittedAt())),
                                gte(
                                        CaseDocument.SUBMITTED_AT,
                                        Date.from(report.submittedAt().minus(same.within())))))
                        .projection(include(CaseDocument.STATE, "report.location"))
                        .sort(descending(CaseDocument.SUBMITTED_AT))
                        .limit(candidates))
                .map(Near::of)
                .filter(near -> !near.id().equals(id) && !ENDED.contains(near.state()))
                .map(near -> near.from(report.location()))
                .filter(near -> near.metres() <= same.metres())
                .collectSortedList(Comparator.comparingDouble(Near::metres).thenComparing(Near::id))
                .map(near -> near.stream().limit(most).map(Near::id).toList());
    }

    /** A candidate, and how far away it is. */
    private record Near(String id, String state, Location place, double metres) {
        static Near of(BsonDocument document) {
            BsonDocument place = document.getDocument("report").getDocument("location");
            return new Near(
                    document.getString(CaseDocument.ID).getValue(),
                    document.getString(CaseDocument.STATE).getValue(),
                    new Location(
                            place.getNumber("lat").doubleValue(),
                            place.getNumber("lon").doubleValue()),
                    0);
        }

        Near from(Location other) {
            return new Near(id, state, place, place.metresTo(other));
        }
    }
}
