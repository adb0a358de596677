package io.twingrid.escalation.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * Who is an active observer and where he rides, as points-service told it. The latest word counts, whatever is delivered
 * once more.
 */
public final class ObserverRoll {
    private static final String ID = "_id";
    private static final String ACTIVE = "active";
    private static final String GRIDS = "grids";
    private static final String AT = "at";

    private final MongoCollection<BsonDocument> observers;

    public ObserverRoll(MongoCollection<BsonDocument> observers) {
        this.observers = observers;
    }

    /** He is an observer from now on, or again. */
    public Mono<Void> appointed(String id, List<String> grids, Instant at) {
        return write(id, at, Updates.combine(Updates.set(ACTIVE, true), Updates.set(GRIDS, grids)));
    }

    /** He rides other ways now. */
    public Mono<Void> moved(String id, List<String> grids, Instant at) {
        return write(id, at, Updates.set(GRIDS, grids));
    }

    /** He is none any more, or none for the time being. */
    public Mono<Void> ended(String id, Instant at) {
        return write(id, at, Updates.set(ACTIVE, false));
    }

    /** The grids that an active observer rides in; none for anybody else. */
    public Mono<Set<String>> gridsOf(String id) {
        return Mono.from(observers.find(and(eq(ID, id), eq(ACTIVE, true))).first())
                .map(found -> found.getArray(GRIDS).stream()
                        .map(BsonValue::asString)
                        .map(grid -> grid.getValue())
                        .collect(Collectors.toSet()))
                .defaultIfEmpty(Set.of());
    }

    // What is older than what is known does not match, and inserting it anew meets its id.
    private Mono<Void> write(String id, Instant at, Bson change) {
        return Mono.from(observers.updateOne(
                        and(eq(ID, id), lte(AT, Date.from(at))),
                        Updates.combine(change, Updates.set(AT, Date.from(at))),
                        new UpdateOptions().upsert(true)))
                .then()
                .onErrorResume(ObserverRoll::isDuplicate, e -> Mono.empty());
    }

    private static boolean isDuplicate(Throwable e) {
        return e instanceof MongoWriteException write && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
