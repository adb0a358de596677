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
import io.twingrid.escalation.domain.CaseFilter;
import io.twingrid.escalation.domain.CasePosition;
import io.twingrid.escalation.domain.Staff;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cases in the order in which they were received, the last first; every question is answered by an index of its own shape. */
public final class StreetCaseList implements StorePreparation.Prepared {
    private static final String STREET = "street";
    private static final String AREAS = "areas";
    private static final String STATE = "state";
    private static final String DEPARTMENTS = "departments";
    private static final String INVOLVED = "involved";
    private static final String RECEIVED_AT = "receivedAt";
    private static final String ID = "_id";
    private static final Bson LAST_FIRST = Sorts.descending(RECEIVED_AT, ID);

    private final MongoCollection<BsonDocument> documents;

    public StreetCaseList(MongoCollection<BsonDocument> documents) {
        this.documents = documents;
    }

    /**
     * The cases that a member of staff may see.
     *
     * @param after where the page before ended, or null for the first
     * @param most how many at most
     */
    public Flux<BsonDocument> find(Staff staff, CaseFilter filter, @Nullable CasePosition after, int most) {
        List<Bson> criteria = criteria(staff, filter, after);
        return Flux.from(documents
                .find(criteria.isEmpty() ? empty() : and(criteria))
                .sort(LAST_FIRST)
                .limit(most));
    }

    /** Creates the indexes: one for each way to narrow the list, with and without a state. */
    @Override
    public Mono<Void> prepare() {
        return Flux.just(List.<String>of(), List.of(STREET), List.of(AREAS), List.of(DEPARTMENTS), List.of(INVOLVED))
                .flatMapIterable(keys -> List.of(keys, plus(keys, STATE)))
                .map(keys -> Indexes.compoundIndex(Indexes.ascending(keys), LAST_FIRST))
                .concatMap(documents::createIndex)
                .then();
    }

    private static List<String> plus(List<String> keys, String key) {
        List<String> all = new ArrayList<>(keys);
        all.add(key);
        return all;
    }

    private static List<Bson> criteria(Staff staff, CaseFilter filter, @Nullable CasePosition after) {
        List<Bson> all = new ArrayList<>();
        if (!staff.admin()) {
            all.add(seenBy(staff));
        }
        if (filter.area() != null) {
            all.add(eq(AREAS, filter.area()));
        }
        if (filter.state() != null) {
            all.add(eq(STATE, filter.state().name()));
        }
        if (filter.department() != null) {
            all.add(eq(DEPARTMENTS, filter.department()));
        }
        if (after != null) {
            all.add(behind(after));
        }
        return all;
    }

    private static Bson seenBy(Staff staff) {
        List<Bson> grounds = new ArrayList<>();
        grounds.add(in(STREET, staff.streets()));
        if (staff.department() != null) {
            grounds.add(eq(INVOLVED, staff.department()));
        }
        return grounds.size() == 1 ? grounds.getFirst() : or(grounds);
    }

    // The first bound lets the index be entered at the page's place; the second leaves out what has been shown.
    private static Bson behind(CasePosition position) {
        Date receivedAt = Date.from(position.receivedAt());
        return and(lte(RECEIVED_AT, receivedAt), or(lt(RECEIVED_AT, receivedAt), lt(ID, position.id())));
    }
}
