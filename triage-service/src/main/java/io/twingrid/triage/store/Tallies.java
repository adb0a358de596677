package io.twingrid.triage.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Documents;
import io.twingrid.chassis.change.StorePreparation.Prepared;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.Contribution;
import io.twingrid.triage.domain.Contribution.Count;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counters that follow the cases by increments, each change counted once.
 *
 * <p>A change of a case marks it as not counted yet. A round takes marked cases, works out what each counts for now less
 * what it counted for before, and writes the whole as one plan under the next number. Then it is carried out: every
 * counter and every case remembers the number of the last plan that it took part in, so whoever carries a plan out again,
 * after a crash or beside another instance, changes nothing.
 */
public final class Tallies implements Prepared {
    private static final String HEAD = "head";
    private static final String SEQ = "seq";
    private static final String PLAN = "plan";
    private static final String MARK = "mark";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final ChangeStore<CommunityCase, CaseFact> cases;
    private final MongoCollection<BsonDocument> counters;
    private final MongoCollection<BsonDocument> counted;
    private final ZoneId zone;
    private final int most;

    /**
     * Counters beside the cases of a database.
     *
     * @param zone where the town's months begin
     * @param most cases that one round takes up
     */
    public Tallies(MongoDatabase database, ChangeStore<CommunityCase, CaseFact> cases, ZoneId zone, int most) {
        this.cases = cases;
        this.counters = database.getCollection("case-counters", BsonDocument.class);
        this.counted = database.getCollection("case-counted", BsonDocument.class);
        this.zone = zone;
        this.most = most;
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(cases.documents()
                        .createIndex(ascending(CaseDocument.UNCOUNTED), new IndexOptions().sparse(true)))
                .then(Mono.from(counters.updateOne(eq(CaseDocument.ID, HEAD), setOnInsert(SEQ, 0L), UPSERT)))
                .then();
    }

    /** Counts some of what has changed; answers whether there was anything. */
    public Mono<Boolean> round() {
        return Mono.from(counters.find(eq(CaseDocument.ID, HEAD)).first())
                .flatMap(head -> head.containsKey(PLAN)
                        ? carryOut(head.getDocument(PLAN))
                        : plan(head.getNumber(SEQ).longValue() + 1))
                .defaultIfEmpty(false);
    }

    /** The counters of these names as they are; one that nothing was counted in yet is left out. */
    public Mono<Map<String, Map<String, Long>>> read(Collection<String> names) {
        return Flux.from(counters.find(in(CaseDocument.ID, names)))
                .collectMap(counter -> counter.getString(CaseDocument.ID).getValue(), Tallies::fieldsOf);
    }

    private Mono<Boolean> plan(long seq) {
        return Flux.from(cases.documents()
                        .find(exists(CaseDocument.UNCOUNTED))
                        .sort(ascending(CaseDocument.UNCOUNTED))
                        .limit(most))
                .map(this::marked)
                .collectList()
                .filter(changed -> !changed.isEmpty())
                .flatMap(changed -> before(changed).map(before -> planOf(seq, changed, before)))
                .flatMap(plan -> Mono.from(counters.updateOne(
                                and(eq(CaseDocument.ID, HEAD), eq(SEQ, seq - 1), exists(PLAN, false)), set(PLAN, plan)))
                        // Somebody else was first: his plan is carried out in the next round.
                        .flatMap(written -> written.getMatchedCount() == 1 ? carryOut(plan) : Mono.just(true)));
    }

    /** A case, and the mark of its last change. */
    private record Marked(CommunityCase theCase, BsonValue mark) {}

    private Marked marked(BsonDocument document) {
        return new Marked(
                cases.read(document).aggregate(), Objects.requireNonNull(document.get(CaseDocument.UNCOUNTED)));
    }

    private Mono<Map<String, Contribution>> before(List<Marked> changed) {
        List<String> ids = changed.stream().map(one -> one.theCase().id()).toList();
        return Flux.from(counted.find(in(CaseDocument.ID, ids)))
                .collectMap(
                        document -> document.getString(CaseDocument.ID).getValue(),
                        document -> Documents.read(document.getDocument("as"), Contribution.class));
    }

    private BsonDocument planOf(long seq, List<Marked> changed, Map<String, Contribution> before) {
        Map<String, Map<String, Long>> more = new TreeMap<>();
        BsonArray all = new BsonArray();
        for (Marked one : changed) {
            String id = one.theCase().id();
            Contribution now = Contribution.of(one.theCase(), zone);
            now.counts().forEach(count -> add(count, 1, more));
            Contribution then = before.get(id);
            if (then != null) {
                then.counts().forEach(count -> add(count, -1, more));
            }
            all.add(new BsonDocument(CaseDocument.ID, new BsonString(id))
                    .append(MARK, one.mark())
                    .append("as", Documents.write(now)));
        }
        BsonArray increments = new BsonArray();
        more.forEach((counter, fields) -> fields.forEach((field, by) -> {
            if (by != 0) {
                increments.add(new BsonDocument("counter", new BsonString(counter))
                        .append("field", new BsonString(field))
                        .append("by", new BsonInt64(by)));
            }
        }));
        return new BsonDocument(SEQ, new BsonInt64(seq)).append("cases", all).append("increments", increments);
    }

    private static void add(Count count, int sign, Map<String, Map<String, Long>> more) {
        more.computeIfAbsent(count.counter(), counter -> new TreeMap<>())
                .merge(count.field(), sign * count.more(), Long::sum);
    }

    private Mono<Boolean> carryOut(BsonDocument plan) {
        long seq = plan.getNumber(SEQ).longValue();
        List<BsonDocument> planned =
                plan.getArray("cases").stream().map(one -> one.asDocument()).toList();
        return write(counters, incrementsOf(plan, seq))
                .then(write(counted, rememberedOf(planned, seq)))
                .then(write(cases.documents(), unmarkedOf(planned)))
                .then(Mono.from(counters.updateOne(
                        and(eq(CaseDocument.ID, HEAD), eq(SEQ, seq - 1)), combine(set(SEQ, seq), unset(PLAN)))))
                .thenReturn(true);
    }

    private static List<WriteModel<BsonDocument>> incrementsOf(BsonDocument plan, long seq) {
        Map<String, List<Bson>> byCounter = new TreeMap<>();
        plan.getArray("increments").forEach(value -> {
            BsonDocument increment = value.asDocument();
            byCounter
                    .computeIfAbsent(increment.getString("counter").getValue(), counter -> new ArrayList<>())
                    .add(inc(
                            increment.getString("field").getValue(),
                            increment.getNumber("by").longValue()));
        });
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        byCounter.forEach((counter, increments) -> {
            increments.add(set(SEQ, seq));
            writes.add(guarded(counter, seq, combine(increments)));
        });
        return writes;
    }

    private static List<WriteModel<BsonDocument>> rememberedOf(List<BsonDocument> planned, long seq) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        for (BsonDocument one : planned) {
            Bson remembered = combine(set("as", one.getDocument("as")), set(SEQ, seq));
            writes.add(guarded(one.getString(CaseDocument.ID).getValue(), seq, remembered));
        }
        return writes;
    }

    /** What has taken part in this plan already is not found, and refused as a second document of its id. */
    private static WriteModel<BsonDocument> guarded(String id, long seq, Bson change) {
        return new UpdateOneModel<>(and(eq(CaseDocument.ID, id), lt(SEQ, seq)), change, UPSERT);
    }

    /** What has changed again meanwhile stays marked. */
    private static List<WriteModel<BsonDocument>> unmarkedOf(List<BsonDocument> planned) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        for (BsonDocument one : planned) {
            writes.add(new UpdateOneModel<>(
                    and(
                            eq(CaseDocument.ID, one.getString(CaseDocument.ID).getValue()),
                            eq(CaseDocument.UNCOUNTED, one.get(MARK))),
                    unset(CaseDocument.UNCOUNTED)));
        }
        return writes;
    }

    private static Mono<Void> write(MongoCollection<BsonDocument> to, List<WriteModel<BsonDocument>> writes) {
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(to.bulkWrite(writes, UNORDERED))
                        .then()
                        .onErrorResume(Tallies::wereThereAlready, e -> Mono.empty());
    }

    private static boolean wereThereAlready(Throwable e) {
        return e instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static Map<String, Long> fieldsOf(BsonDocument counter) {
        Map<String, Long> fields = new HashMap<>();
        counter.forEach((field, value) -> {
            if (value.isNumber() && !field.equals(SEQ) && value.asNumber().longValue() != 0) {
                fields.put(field, value.asNumber().longValue());
            }
        });
        return fields;
    }
}
