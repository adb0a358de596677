package io.twingrid.escalation.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.escalation.domain.CasePosition;
import io.twingrid.escalation.domain.care.CarePerson;
import io.twingrid.escalation.domain.care.CareState;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Care tasks in the order of their making, the last first. */
public final class CareTaskList implements StorePreparation.Prepared {
    private static final String AREAS = "areas";
    private static final String STATE = "state";
    private static final String OBSERVER = "observerId";
    private static final String CREATED_AT = "createdAt";
    private static final String ID = "_id";
    private static final Bson LAST_FIRST = Sorts.descending(CREATED_AT, ID);

    private final MongoCollection<BsonDocument> documents;

    public CareTaskList(MongoCollection<BsonDocument> documents) {
        this.documents = documents;
    }

    /**
     * The tasks that somebody may see.
     *
     * @param state null for all
     * @param after where the page before ended, or null for the first
     * @param most how many at most
     */
    public Flux<BsonDocument> find(CarePerson who, @Nullable CareState state, @Nullable CasePosition after, int most) {
        List<Bson> criteria = new ArrayList<>();
        if (!who.admin()) {
            criteria.add(or(seenBy(who)));
        }
        if (state != null) {
            criteria.add(eq(STATE, state.name()));
        }
        if (after != null) {
            Date createdAt = Date.from(after.receivedAt());
            criteria.add(and(lte(CREATED_AT, createdAt), or(lt(CREATED_AT, createdAt), lt(ID, after.id()))));
        }
        return Flux.from(documents
                .find(criteria.isEmpty() ? empty() : and(criteria))
                .sort(LAST_FIRST)
                .limit(most));
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.just(
                        List.<String>of(),
                        List.of(STATE),
                        List.of(AREAS),
                        List.of(AREAS, STATE),
                        List.of(OBSERVER),
                        List.of(OBSERVER, STATE))
                .map(keys -> Indexes.compoundIndex(Indexes.ascending(keys), LAST_FIRST))
                .concatMap(documents::createIndex)
                .then();
    }

    private static List<Bson> seenBy(CarePerson who) {
        List<Bson> grounds = new ArrayList<>();
        grounds.add(eq(OBSERVER, who.id()));
        if (!who.staffAreas().isEmpty()) {
            grounds.add(in(AREAS, who.staffAreas()));
        }
        if (!who.ridesIn().isEmpty()) {
            grounds.add(and(in(AREAS, who.ridesIn()), eq(STATE, CareState.OPEN.name())));
        }
        return grounds;
    }
}
