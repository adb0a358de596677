package io.twingrid.bench.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a store has acknowledged: the version of each document, 0 for one that is not there. Each writer has documents of its
 * own and one request under way, so after a kill a document is as acknowledged or as its last request would have made it.
 */
final class Acknowledged {

    private static final int WRITERS = 16;
    private static final int DOCUMENTS_OF_A_WRITER = 400;
    private static final int ABSENT = 0;
    private static final int REMOVE_ONE_IN = 20;

    private final Map<Integer, Integer> versions = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> underWay = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong clock = new AtomicLong();

    long count() {
        return count.get();
    }

    /** Inserts, changes and removes until an answer fails to come. */
    void writeUntilItDies(MongoCollection<Document> documents) {
        Flux.range(0, WRITERS)
                .flatMap(
                        writer -> Mono.defer(() -> write(documents, writer))
                                .repeat()
                                .onErrorComplete(),
                        WRITERS)
                .blockLast();
    }

    private Mono<Long> write(MongoCollection<Document> documents, int writer) {
        int id = writer * DOCUMENTS_OF_A_WRITER + below(DOCUMENTS_OF_A_WRITER);
        int version = versions.getOrDefault(id, ABSENT);
        if (version == ABSENT) {
            return request(id, 1, Mono.from(documents.insertOne(fresh(id))).map(result -> 1L));
        }
        if (below(REMOVE_ONE_IN) == 0) {
            return request(
                    id, ABSENT, Mono.from(documents.deleteOne(eq("_id", id))).map(result -> result.getDeletedCount()));
        }
        var change = combine(
                inc("version", 1), set("area", area(id)), set("at", clock.incrementAndGet()), set("tags", tags(id)));
        return request(
                id,
                version + 1,
                Mono.from(documents.updateOne(and(eq("_id", id), eq("version", version)), change))
                        .map(result -> result.getModifiedCount()));
    }

    private Mono<Long> request(int id, int becomes, Mono<Long> answer) {
        underWay.put(id, becomes);
        return answer.doOnNext(changed -> {
            if (changed == 1) {
                versions.put(id, becomes);
                count.incrementAndGet();
            } else {
                refused.incrementAndGet(); // nobody else writes this document: something was lost
            }
            underWay.remove(id);
        });
    }

    /** How many acknowledged writes a store has lost; goes on from what it has. */
    long missingIn(MongoCollection<Document> documents) {
        Map<Integer, Integer> there =
                Objects.requireNonNull(Flux.from(documents.find().batchSize(5000))
                        .collectMap(document -> document.getInteger("_id"), document -> document.getInteger("version"))
                        .block());
        long missing = refused.getAndSet(0);
        for (int id = 0; id < WRITERS * DOCUMENTS_OF_A_WRITER; id++) {
            int acknowledged = versions.getOrDefault(id, ABSENT);
            int actual = there.getOrDefault(id, ABSENT);
            if (actual != acknowledged && actual != underWay.getOrDefault(id, acknowledged)) {
                missing++;
            }
        }
        versions.clear();
        versions.putAll(there);
        underWay.clear();
        return missing;
    }

    private Document fresh(int id) {
        return new Document("_id", id)
                .append("version", 1)
                .append("area", area(id))
                .append("at", clock.incrementAndGet())
                .append("number", "n-" + id)
                .append("tags", tags(id))
                .append("text", "x".repeat(below(600)));
    }

    private static String area(int id) {
        return "area-" + (id + below(3)) % 9;
    }

    private static List<String> tags(int id) {
        return IntStream.range(0, below(4)).mapToObj(i -> "t" + (id + i) % 11).toList();
    }

    private static int below(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
