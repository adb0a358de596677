package io.twingrid.notification.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.StorePreparation;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Readings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Readings in the collection {@code readings}, as long as their notices are kept; the id is {@code <notice>/<person>}, so
 * that one look-up by ids serves a page. Marks in {@code read-marks}, by {@code <audience>/<person>}.
 */
public final class MongoReadings implements Readings, StorePreparation.Prepared {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<BsonDocument> marks;
    private final Duration kept;
    private final Clock clock;

    /**
     * Opens the collections.
     *
     * @param kept how long notices are kept
     */
    public MongoReadings(MongoDatabase database, Duration kept, Clock clock) {
        this.documents = database.getCollection("readings", BsonDocument.class);
        this.marks = database.getCollection("read-marks", BsonDocument.class);
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.from(documents.createIndexes(List.of(
                        new IndexModel(ascending("person", "audience", "seq")),
                        new IndexModel(ascending("goneAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)))))
                .then();
    }

    @Override
    public Mono<Void> mark(String person, Notice notice) {
        return Mono.from(documents.updateOne(
                        eq("_id", id(notice.id(), person)),
                        combine(
                                setOnInsert("notice", notice.id()),
                                setOnInsert("person", person),
                                setOnInsert("audience", notice.audience().id()),
                                setOnInsert("seq", notice.seq()),
                                setOnInsert("goneAt", clock.instant().plus(kept))),
                        UPSERT))
                .then();
    }

    @Override
    public Mono<Void> markAll(String person, Map<Audience, Long> upTo) {
        List<UpdateOneModel<BsonDocument>> writes = upTo.entrySet().stream()
                .map(mark -> new UpdateOneModel<BsonDocument>(
                        eq("_id", id(mark.getKey().id(), person)),
                        combine(
                                max("seq", mark.getValue()),
                                setOnInsert("audience", mark.getKey().id())),
                        UPSERT))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(marks.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .then();
    }

    @Override
    public Mono<Map<Audience, Long>> marks(String person, Set<Audience> audiences) {
        Map<Audience, Long> none = new HashMap<>();
        audiences.forEach(audience -> none.put(audience, 0L));
        List<String> ids =
                audiences.stream().map(audience -> id(audience.id(), person)).toList();
        return Flux.from(marks.find(in("_id", ids)))
                .collect(
                        () -> none,
                        (all, mark) -> all.put(
                                new Audience(mark.getString("audience").getValue()),
                                mark.getNumber("seq").longValue()));
    }

    @Override
    public Mono<Set<String>> among(String person, List<String> noticeIds) {
        List<String> ids = noticeIds.stream().map(notice -> id(notice, person)).toList();
        return ids.isEmpty()
                ? Mono.just(Set.of())
                : Flux.from(documents.find(in("_id", ids)))
                        .map(document -> document.getString("notice").getValue())
                        .collect(Collectors.toSet());
    }

    @Override
    public Mono<Long> count(String person, Audience audience, long seq) {
        return Mono.from(
                documents.countDocuments(and(eq("person", person), eq("audience", audience.id()), gt("seq", seq))));
    }

    private static String id(String what, String person) {
        return what + "/" + person;
    }
}
