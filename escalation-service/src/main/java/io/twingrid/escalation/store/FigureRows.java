package io.twingrid.escalation.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.escalation.domain.Area;
import io.twingrid.escalation.domain.Counter;
import io.twingrid.escalation.domain.FigureFilter;
import io.twingrid.escalation.domain.Figures;
import io.twingrid.escalation.domain.Report;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Figures, a row for each month, community and category, kept by increments. A row remembers the last facts that it has
 * counted, more than a poll brings, so that a redelivery counts nothing.
 */
public final class FigureRows implements StorePreparation.Prepared {
    private static final int REMEMBERED = 1000;
    private static final String MONTH = "month";
    private static final String STREET = "street";
    private static final String AREAS = "areas";
    private static final String CATEGORY = "category";
    private static final String COUNTED = "counted";
    private static final String COUNTERS = "counters";

    private final MongoCollection<BsonDocument> rows;

    public FigureRows(MongoCollection<BsonDocument> rows) {
        this.rows = rows;
    }

    /**
     * Counts a fact, once.
     *
     * @param month in which it happened
     * @param what by how much each counter changes; if it is empty nothing is written
     */
    public Mono<Void> count(String factId, Report report, YearMonth month, Map<Counter, Integer> what) {
        return what.isEmpty()
                ? Mono.empty()
                : Mono.from(rows.updateOne(
                                and(eq("_id", id(report, month)), ne(COUNTED, factId)),
                                increments(factId, report, month, what),
                                new UpdateOptions().upsert(true)))
                        .then()
                        .onErrorResume(FigureRows::isDuplicate, e -> countedBefore(factId, report, month)
                                .flatMap(counted -> counted ? Mono.empty() : count(factId, report, month, what)));
    }

    /** The sum of the rows that a filter leaves. */
    public Mono<Figures> sum(FigureFilter filter) {
        List<Bson> criteria = new ArrayList<>();
        criteria.add(gte(MONTH, filter.from().toString()));
        criteria.add(lte(MONTH, filter.to().toString()));
        if (filter.streets() != null) {
            criteria.add(in(STREET, filter.streets()));
        }
        if (filter.area() != null) {
            criteria.add(eq(AREAS, filter.area()));
        }
        if (filter.category() != null) {
            criteria.add(eq(CATEGORY, filter.category()));
        }
        return Flux.from(rows.find(and(criteria)).projection(include(COUNTERS)))
                .map(FigureRows::figures)
                .reduce(Figures.NONE, Figures::plus);
    }

    /** Takes all rows away. */
    public Mono<Void> forget() {
        return Mono.from(rows.deleteMany(new BsonDocument())).then();
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.just(Indexes.ascending(MONTH), Indexes.ascending(STREET, MONTH), Indexes.ascending(AREAS, MONTH))
                .concatMap(rows::createIndex)
                .then();
    }

    // A row that has counted the fact does not match, and inserting it anew meets its id; so does a race for a new row.
    private Mono<Boolean> countedBefore(String factId, Report report, YearMonth month) {
        return Mono.from(rows.countDocuments(and(eq("_id", id(report, month)), eq(COUNTED, factId))))
                .map(found -> found > 0);
    }

    private static String id(Report report, YearMonth month) {
        return month + "/" + report.area().community() + "/" + report.category();
    }

    private static Bson increments(String factId, Report report, YearMonth month, Map<Counter, Integer> what) {
        Area area = report.area();
        List<Bson> updates = new ArrayList<>();
        what.forEach((counter, by) -> updates.add(Updates.inc(COUNTERS + "." + counter.name(), by.longValue())));
        updates.add(Updates.pushEach(COUNTED, List.of(factId), new PushOptions().slice(-REMEMBERED)));
        updates.add(Updates.setOnInsert(MONTH, month.toString()));
        updates.add(Updates.setOnInsert(STREET, area.street()));
        updates.add(Updates.setOnInsert(AREAS, List.of(area.street(), area.community())));
        updates.add(Updates.setOnInsert(CATEGORY, report.category()));
        return Updates.combine(updates);
    }

    private static Figures figures(BsonDocument row) {
        Map<Counter, Long> counters = new EnumMap<>(Counter.class);
        row.getDocument(COUNTERS, new BsonDocument())
                .forEach((name, count) ->
                        counters.put(Counter.valueOf(name), count.asNumber().longValue()));
        return new Figures(counters);
    }

    private static boolean isDuplicate(Throwable e) {
        return e instanceof MongoWriteException write && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
