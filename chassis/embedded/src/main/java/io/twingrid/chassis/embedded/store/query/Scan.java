package io.twingrid.chassis.embedded.store.query;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.engine.CollectionData;
import io.twingrid.chassis.embedded.store.engine.IndexTree;
import io.twingrid.chassis.embedded.store.engine.Snapshot;
import io.twingrid.chassis.embedded.store.engine.Stored;
import io.twingrid.chassis.embedded.store.key.Keys;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a query, one after the other, as the collection was when the scan was opened. It reads no further than it
 * is asked to. Whoever opens one has a pin, and keeps it until the last document.
 */
public final class Scan extends Lookahead<Found> {

    private final Query query;
    private final Plan plan;
    private final Snapshot snapshot;
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final Effort effort;
    private final Iterator<Found> documents;
    private long toSkip;
    private long left;

    private Scan(Query query, Plan plan, Snapshot snapshot, QueryCounters counters) {
        this.query = query;
        this.plan = plan;
        this.snapshot = snapshot;
        this.effort = new Effort(counters);
        counters.begun(plan);
        this.toSkip = query.skip();
        this.left = query.limit() == 0 ? Long.MAX_VALUE : query.limit();
        this.documents = plan.sorted() ? matching() : inOrder();
    }

    public static Scan open(CollectionData collection, Query query, QueryCounters counters) {
        while (true) {
            Snapshot snapshot = collection.snapshot();
            Plan plan = Planner.plan(collection, query);
            // The index can be younger than the snapshot.
            if (plan.index() == null || snapshot.has(plan.index())) {
                return new Scan(query, plan, snapshot, counters);
            }
        }
    }

    /**
     * The document of an id as it is now; null when there is none. Whoever asks holds the collection's
     * {@link CollectionData#writing() lock for writers} and a pin.
     */
    public static @Nullable Found byId(CollectionData collection, Object id, QueryCounters counters) {
        Effort effort = new Effort(counters);
        Long record = collection.recordOfId(id);
        Stored stored = record == null ? null : collection.read(record);
        if (record == null || stored == null) {
            return null;
        }
        effort.key();
        effort.document();
        effort.result();
        return new Found(record, stored.document(), stored.bytes());
    }

    /** How many documents match, found without reading them where an index can count. */
    public static long count(CollectionData collection, Query query, QueryCounters counters) {
        Plan plan = Planner.plan(collection, query);
        IndexTree index = plan.index();
        if (index != null && plan.exact()) {
            long matches = plan.ranges().stream()
                    .mapToLong(range -> index.count(range.from(), range.to()))
                    .sum();
            long behindSkip = Math.max(0, matches - query.skip());
            return query.limit() == 0 ? behindSkip : Math.min(behindSkip, query.limit());
        }
        long count = 0;
        for (Scan scan = open(collection, query, counters); scan.hasNext(); scan.next()) {
            count++;
        }
        return count;
    }

    Plan plan() {
        return plan;
    }

    Effort effort() {
        return effort;
    }

    @Override
    protected @Nullable Found advance() {
        while (toSkip > 0 && documents.hasNext()) {
            documents.next();
            toSkip--;
        }
        if (left == 0 || !documents.hasNext()) {
            return null;
        }
        left--;
        effort.result();
        return documents.next();
    }

    private Iterator<Found> inOrder() {
        Iterator<Long> records = Sorter.sort(matching(), SortOrder.of(query.sort()), query.wanted());
        return new Lookahead<>() {
            @Override
            protected @Nullable Found advance() {
                return records.hasNext() ? read(records.next()) : null;
            }
        };
    }

    private Iterator<Found> matching() {
        Iterator<Long> records = records();
        return new Lookahead<>() {
            @Override
            protected @Nullable Found advance() {
                while (records.hasNext()) {
                    effort.document();
                    Found found = read(records.next());
                    if (found != null && matches(found.document())) {
                        return found;
                    }
                }
                return null;
            }
        };
    }

    private @Nullable Found read(long record) {
        Stored stored = snapshot.read(record);
        return stored == null ? null : new Found(record, stored.document(), stored.bytes());
    }

    private boolean matches(Document document) {
        return query.filter().isEmpty() || matcher.matches(document, query.filter());
    }

    private Iterator<Long> records() {
        IndexTree index = plan.index();
        if (index == null) {
            return snapshot.records(plan.backwards());
        }
        Iterator<byte[]> entries = plan.mergeFields() > 0
                ? new MergedEntries(snapshot, index, plan.ranges(), plan.mergeFields(), plan.backwards())
                : new ChainedEntries(snapshot, index, plan.ranges(), plan.backwards());
        // A document with an array stands in the index more than once.
        Set<Long> seen = index.arrayFields() == 0 ? null : new HashSet<>();
        return new Lookahead<>() {
            @Override
            protected @Nullable Long advance() {
                while (entries.hasNext()) {
                    effort.key();
                    long record = Keys.recordOf(entries.next());
                    if (seen == null || seen.add(record)) {
                        return record;
                    }
                }
                return null;
            }
        };
    }
}
