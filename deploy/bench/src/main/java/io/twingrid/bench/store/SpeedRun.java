package io.twingrid.bench.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pages, compare-and-set and bulk upserts over a growing collection with two secondary indexes. */
final class SpeedRun {

    private static final int SMALL = 10_000;
    private static final int BATCH = 500;
    private static final int BATCHES_AT_ONCE = 2;
    private static final int PAGES = 8000;
    private static final int PAGES_TO_WARM = 6000;
    private static final int TURNS = 8;
    private static final int BATCHES_TO_WARM = 100;
    private static final int UPSERTED = 200 * BATCH;
    private static final int WRITERS = 16;
    private static final Duration WRITING = Duration.ofSeconds(15);
    private static final int MOST_RACED = 96_000;

    private final Path folder;
    private final int documents;
    private final int heapMebibytes;
    private final Table table;
    private final int raced;
    private final Sample sample = new Sample(7);

    SpeedRun(Path folder, int documents, int heapMebibytes, Table table) {
        this.folder = folder;
        this.documents = documents;
        this.raced = Math.min(MOST_RACED, documents / WRITERS * WRITERS);
        this.heapMebibytes = heapMebibytes;
        this.table = table;
    }

    void run() throws IOException {
        startSmall();
        try (Server server = Server.start(folder, heapMebibytes, false)) {
            MongoCollection<Document> few = indexed(server.collection("few"));
            load(few, 0, SMALL);
            MongoCollection<Document> cases = indexed(server.collection("cases"));
            long begun = System.nanoTime();
            load(cases, 0, documents);
            table.tell(
                    "filled by bulk upserts, from nothing to %,d documents".formatted(documents),
                    "%,.0f documents/s".formatted(rate(documents, begun)));
            comparePages(few, cases);
            compareAndSet(cases, "16 writers, durable against a kill", 3000);
            upserts(cases);
            sizes(server);
        }
        restart();
    }

    /** What a start takes that has next to nothing to read, to be held against one with everything. */
    private void startSmall() {
        Path small = folder.resolveSibling("small");
        try (Server server = Server.start(small, heapMebibytes, false)) {
            load(server.collection("cases"), 0, SMALL);
        }
        try (Server server = Server.start(small, heapMebibytes, false)) {
            table.tell(
                    "start with %,d documents, after a clean stop".formatted(SMALL),
                    server.startedWithin().toMillis() + " ms");
        }
    }

    private static double rate(long count, long begunNanos) {
        return count * 1e9 / (System.nanoTime() - begunNanos);
    }

    private static <T> T one(org.reactivestreams.Publisher<T> publisher) {
        return Objects.requireNonNull(Mono.from(publisher).block());
    }

    private void load(MongoCollection<Document> cases, int from, int to) {
        Flux.range(0, (to - from + BATCH - 1) / BATCH)
                .map(batch -> {
                    List<Long> numbers = new ArrayList<>(BATCH);
                    for (long n = from + (long) batch * BATCH; n < Math.min(to, from + (batch + 1L) * BATCH); n++) {
                        numbers.add(n);
                    }
                    return upsertsOf(numbers, 0);
                })
                .flatMap(writes -> cases.bulkWrite(writes, new BulkWriteOptions().ordered(false)), BATCHES_AT_ONCE)
                .blockLast();
    }

    private List<UpdateOneModel<Document>> upsertsOf(List<Long> numbers, long later) {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        return numbers.stream()
                .map(n -> new UpdateOneModel<Document>(
                        eq("_id", Sample.id(n)),
                        new Document("$set", new RawBsonDocument(sample.fields(n + later), new BsonDocumentCodec())),
                        upsert))
                .toList();
    }

    private static MongoCollection<Document> indexed(MongoCollection<Document> cases) {
        one(cases.createIndex(compoundIndex(ascending("area"), descending("at", "_id"))));
        one(cases.createIndex(compoundIndex(ascending("state"), descending("at"))));
        return cases;
    }

    private FindPublisher<Document> page(MongoCollection<Document> cases, int size) {
        return cases.find(and(eq("area", sample.area()), lt("at", Sample.at(sample.below(size)))))
                .sort(Sorts.descending("at", "_id"))
                .limit(20);
    }

    /** By turns, so that a warmer JVM or a slower minute of the machine is not taken for the size of the collection. */
    private void comparePages(MongoCollection<Document> few, MongoCollection<Document> cases) {
        pages(few, SMALL, PAGES_TO_WARM, new Latencies(PAGES_TO_WARM));
        pages(cases, documents, PAGES_TO_WARM, new Latencies(PAGES_TO_WARM));
        Latencies ofFew = new Latencies(PAGES);
        Latencies ofMany = new Latencies(PAGES);
        for (int turn = 0; turn < TURNS; turn++) {
            pages(few, SMALL, PAGES / TURNS, ofFew);
            pages(cases, documents, PAGES / TURNS, ofMany);
        }
        tellPages(ofFew, ofMany, cases);
    }

    private void pages(MongoCollection<Document> cases, int size, int count, Latencies latencies) {
        for (int i = 0; i < count; i++) {
            FindPublisher<Document> page = page(cases, size);
            latencies.time(() -> Flux.from(page).blockLast());
        }
    }

    private void tellPages(Latencies few, Latencies many, MongoCollection<Document> cases) {
        table.tell("page of 20 at %,d documents".formatted(SMALL), few.toString());
        table.add(
                "page of 20 at %,d documents, median".formatted(documents),
                "<= 1.5 ms",
                many.toString(),
                many.at(0.5) <= 1.5);
        double factor = many.at(0.5) / few.at(0.5);
        table.add(
                "the same, against %,d documents, by turns".formatted(SMALL),
                "<= 1.5 x",
                "%.2f x".formatted(factor),
                factor <= 1.5);
        Document stats = one(page(cases, documents).explain(ExplainVerbosity.EXECUTION_STATS))
                .get("executionStats", Document.class);
        table.tell(
                "documents examined / returned for it",
                stats.get("totalDocsExamined") + " / " + stats.get("nReturned"));
    }

    private void compareAndSet(MongoCollection<Document> cases, String how, double goal) {
        AtomicInteger[] versions = new AtomicInteger[raced];
        for (int i = 0; i < raced; i++) {
            versions[i] = new AtomicInteger(1);
        }
        AtomicInteger lost = new AtomicInteger();
        changes(cases, versions, Duration.ofSeconds(5), lost);
        long begun = System.nanoTime();
        long done = changes(cases, versions, WRITING, lost);
        double rate = rate(done, begun);
        String what = "compare-and-set on {_id, version}, " + how;
        String measured = "%,.0f/s (%d lost races)".formatted(rate, lost.get());
        table.add(what, ">= %,.0f/s".formatted(goal), measured, rate >= goal);
    }

    /** Each writer has documents of its own, so every compare-and-set has to succeed. */
    private long changes(MongoCollection<Document> cases, AtomicInteger[] versions, Duration time, AtomicInteger lost) {
        long until = System.nanoTime() + time.toNanos();
        int spread = documents / raced;
        return Objects.requireNonNull(Flux.range(0, WRITERS)
                .flatMap(writer -> Mono.defer(() -> {
                            int mine = sample.below(raced / WRITERS) * WRITERS + writer;
                            int version = versions[mine].getAndIncrement();
                            return Mono.from(cases.updateOne(
                                            and(eq("_id", Sample.id((long) mine * spread)), eq("version", version)),
                                            combine(
                                                    inc("version", 1),
                                                    set("state", "state-" + version % Sample.STATES))))
                                    .doOnNext(result -> {
                                        if (result.getModifiedCount() != 1) {
                                            lost.incrementAndGet();
                                        }
                                    });
                        })
                        .repeat(() -> System.nanoTime() < until))
                .count()
                .block());
    }

    private void upserts(MongoCollection<Document> cases) {
        one(Flux.range(0, BATCHES_TO_WARM)
                .flatMap(i -> mixedBatch(cases, i), BATCHES_AT_ONCE)
                .count());
        long begun = System.nanoTime();
        one(Flux.range(BATCHES_TO_WARM, UPSERTED / BATCH)
                .flatMap(i -> mixedBatch(cases, i), BATCHES_AT_ONCE)
                .count());
        double rate = rate(UPSERTED, begun);
        table.add(
                "bulk upserts by 500, half new, half changed at random, 2 indexes",
                ">= 15,000 documents/s",
                "%,.0f documents/s".formatted(rate),
                rate >= 15_000);
    }

    private Mono<?> mixedBatch(MongoCollection<Document> cases, int batch) {
        List<Long> numbers = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            numbers.add(i % 2 == 0 ? documents + (long) batch * BATCH + i : sample.below(documents));
        }
        return Mono.from(cases.bulkWrite(upsertsOf(numbers, documents), new BulkWriteOptions().ordered(false)));
    }

    private void sizes(Server server) throws IOException {
        long heap = server.heap();
        table.add(
                "heap of the store (-Xmx%dm), in use after a collection".formatted(heapMebibytes),
                "<= 256 MB",
                "%,d MB".formatted(heap >> 20),
                heap <= 256L << 20);
        Long bson = one(Flux.from(server.rawCollection("cases").find().batchSize(2000))
                .map(document -> (long) document.getByteBuffer().remaining())
                .reduce(0L, Long::sum));
        long files = bytesIn(folder);
        double factor = (double) files / bson;
        table.add(
                "files against the documents' BSON (%,d MB)".formatted(bson >> 20),
                "<= 2.5 x",
                "%.2f x (%,d MB)".formatted(factor, files >> 20),
                factor <= 2.5);
    }

    static long bytesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void restart() {
        Server killed = Server.start(folder, heapMebibytes, false);
        table.tell(
                "start with more than %,d documents, after a clean stop".formatted(documents),
                killed.startedWithin().toMillis() + " ms");
        load(killed.collection("cases"), 0, 20 * BATCH);
        killed.kill();
        killed.disconnect();
        try (Server again = Server.start(folder, heapMebibytes, true)) {
            table.tell(
                    "the same, after a kill under load", again.startedWithin().toMillis() + " ms");
            compareAndSetInSync(again.collection("cases"));
        }
    }

    private void compareAndSetInSync(MongoCollection<Document> cases) {
        long until = System.nanoTime() + WRITING.toNanos();
        long begun = System.nanoTime();
        long done = one(Flux.range(0, WRITERS)
                .flatMap(writer -> Mono.defer(() -> Mono.from(
                                cases.updateOne(eq("_id", Sample.id(sample.below(documents))), inc("version", 1))))
                        .repeat(() -> System.nanoTime() < until))
                .count());
        table.tell("updates by 16 writers, durable against a power cut (sync)", "%,.0f/s".formatted(rate(done, begun)));
    }
}
