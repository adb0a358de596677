package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Award.Part;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntries.Appended;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of the ledger must hold; each test has accounts and reports of its own. */
public interface LedgerEntriesContract {
    LedgerEntries entries();

    @Test
    default void anAccountWithoutEntriesIsEmpty() {
        String observer = someId();

        assertThat(entries().account(observer).block()).isEqualTo(Account.empty(observer));
        assertThat(entries().before(observer, Long.MAX_VALUE, 10).collectList().block())
                .isEmpty();
    }

    @Test
    default void anAccountStandsAsItsNewestEntrySays() {
        String observer = someId();
        append(credit(observer, 1, 8, someId()));
        append(credit(observer, 2, 16, someId()));

        assertThat(entries().account(observer).block()).isEqualTo(new Account(observer, 2, 16));
    }

    @Test
    default void anEntryIsFoundByItsCauseAsItWasAdded() {
        LedgerEntry entry = credit(someId(), 1, 8, someId());
        append(entry);

        assertThat(entries().ofCause(entry.cause()).block()).isEqualTo(entry);
        assertThat(entries().ofCause(Cause.resolved(someId())).blockOptional()).isEmpty();
    }

    @Test
    default void aSecondEntryOfOneCauseIsThereAlready() {
        String observer = someId();
        String report = someId();
        append(credit(observer, 1, 8, report));

        assertThat(append(credit(observer, 2, 16, report))).isEqualTo(Appended.THERE_ALREADY);
        assertThat(entries().account(observer).block()).isEqualTo(new Account(observer, 1, 8));
    }

    @Test
    default void theSameEntryAgainIsThereAlready() {
        LedgerEntry entry = credit(someId(), 1, 8, someId());
        append(entry);

        assertThat(append(entry)).isEqualTo(Appended.THERE_ALREADY);
    }

    @Test
    default void aSeqIsTakenOnce() {
        String observer = someId();
        append(credit(observer, 1, 8, someId()));

        assertThat(append(credit(observer, 1, 8, someId()))).isEqualTo(Appended.SEQ_TAKEN);
        assertThat(entries().account(observer).block()).isEqualTo(new Account(observer, 1, 8));
    }

    @Test
    default void twoAccountsMayHaveOneCauseAndOneSeq() {
        String report = someId();

        assertThat(append(credit(someId(), 1, 8, report))).isEqualTo(Appended.ADDED);
        assertThat(append(credit(someId(), 1, 8, report))).isEqualTo(Appended.ADDED);
    }

    @Test
    default void entriesComeNewestFirstBelowASeq() {
        String observer = someId();
        for (int seq = 1; seq <= 12; seq++) {
            append(credit(observer, seq, seq * 8L, someId()));
        }

        assertThat(seqs(entries().before(observer, Long.MAX_VALUE, 3))).containsExactly(12L, 11L, 10L);
        assertThat(seqs(entries().before(observer, 10, 3))).containsExactly(9L, 8L, 7L);
        assertThat(seqs(entries().before(observer, 3, 10))).containsExactly(2L, 1L);
    }

    private Appended append(LedgerEntry entry) {
        return entries()
                .append(entry, List.of(PointsFact.credited(entry)))
                .blockOptional()
                .orElseThrow();
    }

    private static List<Long> seqs(Flux<LedgerEntry> entries) {
        return entries.map(LedgerEntry::seq).collectList().blockOptional().orElseThrow();
    }

    private static LedgerEntry credit(String observer, long seq, long balance, String report) {
        return new LedgerEntry(
                observer,
                seq,
                8,
                balance,
                Cause.resolved(report),
                report,
                Instant.parse("2026-11-22T10:05:00.123Z"),
                new Award(List.of(new Part("resolved-report", 8))),
                null);
    }

    private static String someId() {
        return UUID.randomUUID().toString();
    }
}
