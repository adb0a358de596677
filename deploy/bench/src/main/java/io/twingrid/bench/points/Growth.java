package io.twingrid.bench.points;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.points.Credits;
import io.twingrid.points.Ledger;
import io.twingrid.points.domain.ResolvedReport;
import io.twingrid.points.domain.standing.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Credits reports and says how fast that goes, and what a reader waits, at several sizes of the ledger. Between the sizes it is filled
 * up with copies of an entry, inserted by the thousand and told to nobody, which is quicker; what is measured is credited as ever.
 */
final class Growth {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final int SMALLEST = 10_000;
    private static final int OBSERVERS = 1_000;
    /** One entry in so many is the heavy observer's: a hundred thousand of a million. */
    private static final int HEAVY_SHARE = 10;

    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 5_000;
    private static final int SIDE_BY_SIDE = 16;
    private static final int BATCH = 1_000;
    private static final int READS = 500;
    private static final String HEAVY = "observer-heavy";
    private static final String LIGHT = "observer-light";

    private final Credits credits;
    private final Ledger ledger;
    private final Standings standings;
    private final MongoCollection<BsonDocument> documents;
    private final Map<String, Long> lengths = new HashMap<>();
    private int made;

    Growth(ApplicationContext service) {
        this.credits = service.getBean(Credits.class);
        this.ledger = service.getBean(Ledger.class);
        this.standings = service.getBean(Standings.class);
        this.documents = service.getBean(MongoDatabase.class).getCollection("ledger", BsonDocument.class);
    }

    void run(int most) {
        Flux.range(0, 10)
                .concatMap(i -> credits.creditResolution(report("light-" + i, LIGHT)))
                .blockLast();
        credit(WARM_UP);
        System.out.println("| entries | appends/s | balance of 10, of n/10 entries | first page of 10, of n/10 |");
        System.out.println("|---|---|---|---|");
        for (int size = SMALLEST; size <= most; size *= 10) {
            fill(size - MEASURED - made);
            Duration took = credit(MEASURED);
            System.out.printf(
                    "| %,d | %,.0f | %s, %s | %s, %s |%n",
                    size,
                    MEASURED / (took.toNanos() / 1e9),
                    median(() -> ledger.account(LIGHT)),
                    median(() -> ledger.account(HEAVY)),
                    median(() -> firstPage(LIGHT)),
                    median(() -> firstPage(HEAVY)));
        }
    }

    /** Inserts copies of an entry that has been told already, and lets the boards begin behind them. */
    private void fill(int number) {
        BsonDocument template = Mono.from(
                        documents.find(eq("outbox", List.of())).first())
                .blockOptional()
                .orElseThrow();
        Flux.range(made, number)
                .map(i -> copy(template, i))
                .buffer(BATCH)
                .concatMap(documents::insertMany)
                .blockLast();
        made += number;
        Flux.fromIterable(lengths.entrySet())
                .concatMap(account -> standings.counted(account.getKey(), account.getValue()))
                .blockLast();
        lengths.clear();
    }

    private BsonDocument copy(BsonDocument template, int i) {
        String observer = observer(i);
        long seq = lengthOf(observer) + 1;
        lengths.put(observer, seq);
        return template.clone()
                .append("_id", new BsonString(observer + "/resolved:filled-" + i))
                .append("observer", new BsonString(observer))
                .append("cause", new BsonString("resolved:filled-" + i))
                .append("reportId", new BsonString("filled-" + i))
                .append("seq", new BsonInt64(seq))
                .append("balance", new BsonInt64(8 * seq));
    }

    private long lengthOf(String observer) {
        Long known = lengths.get(observer);
        return known == null
                ? ledger.account(observer).blockOptional().orElseThrow().entries()
                : known;
    }

    private Duration credit(int number) {
        long start = System.nanoTime();
        Flux.range(made, number)
                .flatMap(i -> credits.creditResolution(report("report-" + i, observer(i))), SIDE_BY_SIDE)
                .then()
                .block();
        made += number;
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static ResolvedReport report(String id, String observer) {
        return new ResolvedReport(id, observer, "01037", "NORMAL", false, NOON, "tieshan");
    }

    private static String observer(int i) {
        return i % HEAVY_SHARE == 0 ? HEAVY : "observer-of-" + i % OBSERVERS;
    }

    private Mono<?> firstPage(String observer) {
        return ledger.entries(observer, null, 20).collectList();
    }

    private static String median(Supplier<Mono<?>> read) {
        long[] nanos = new long[READS];
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            read.get().block();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return "%.2f ms".formatted(nanos[READS / 2] / 1e6);
    }
}
