package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.testkit.Backends;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A long account is read at the cost of a short one; the store's own counters say so, not a clock. */
class AccountOfAnySizeTest {
    private static final int LONG = 20_000;
    private static final int SHORT = 10;
    private static final int SIDE_BY_SIDE = 64;
    private static final int TRIES = 5;

    private static RunningService service;
    private static MongoClient store;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
        store = MongoClients.create(Backends.mongoUri());
        fill("long", LONG);
        fill("short", SHORT);
    }

    @AfterAll
    static void stop() {
        store.close();
        service.close();
    }

    @Test
    void theBalanceOfALongAccountCostsWhatThatOfAShortOneDoes() {
        assertThat(documentsReadFor("/api/points/long"))
                .isEqualTo(documentsReadFor("/api/points/short"))
                .isEqualTo(1);
    }

    @Test
    void everyPageOfALongAccountCostsAsManyDocumentsAsItShows() {
        String inTheMiddle = Cursor.write(Long.toString(LONG / 2));

        assertThat(documentsReadFor("/api/points/short/entries")).isEqualTo(SHORT);
        assertThat(documentsReadFor("/api/points/long/entries")).isEqualTo(20 + 1);
        assertThat(documentsReadFor("/api/points/long/entries?cursor=" + inTheMiddle))
                .isEqualTo(20 + 1);
    }

    @Test
    void aStatementIsReadAsFarAsItIsTaken() {
        long before = documentsRead();
        List<LedgerEntry> first = service.bean(Ledger.class)
                .history("long")
                .take(SHORT)
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(first).hasSize(SHORT);
        assertThat(documentsRead() - before).isLessThan(LONG / 10);
    }

    /** Documents that the store reads to answer, beside what else it is asked meanwhile: the least of several tries. */
    private static long documentsReadFor(String path) {
        WebTestClient staff = service.as("points", List.of("points-admin"), List.of(), null);
        return IntStream.range(0, TRIES)
                .mapToLong(i -> {
                    long before = documentsRead();
                    staff.get().uri(path).exchange().expectStatus().isOk();
                    return documentsRead() - before;
                })
                .min()
                .orElseThrow();
    }

    private static long documentsRead() {
        Document status = Mono.from(store.getDatabase("admin").runCommand(new Document("serverStatus", 1)))
                .blockOptional()
                .orElseThrow();
        return status.get("metrics", Document.class)
                .get("queryExecutor", Document.class)
                .get("scannedObjects", Number.class)
                .longValue();
    }

    /** Entries as the ledger's own rules make them, added without a fact so that nothing else is at work. */
    private static void fill(String observer, int entries) {
        LedgerEntries ledger = service.bean(LedgerEntries.class);
        Flux.<LedgerEntry, Account>generate(() -> Account.empty(observer), (account, next) -> {
                    LedgerEntry entry = nextOf(account);
                    next.next(entry);
                    return Account.after(entry);
                })
                .take(entries)
                .flatMap(entry -> ledger.append(entry, List.of()), SIDE_BY_SIDE)
                .blockLast();
    }

    private static LedgerEntry nextOf(Account account) {
        Cause cause = Cause.resolved(account.observer() + "-" + account.entries());
        return account.credit(cause, Instant.EPOCH, Award.of("resolved-report", 8), About.NOTHING)
                        instanceof Changed<LedgerEntry, PointsFact> changed
                ? changed.after()
                : fail("nothing was credited");
    }
}
