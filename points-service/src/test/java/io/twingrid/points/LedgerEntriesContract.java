package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
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
        LedgerEntry newest = credit(observer, 2, 16, someId());
        append(newest);

        assertThat(entries().account(observer).block()).isEqualTo(Account.after(newest));
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
        assertThat(entries().account(observer).block())
                .extracting(Account::balance)
                .isEqualTo(8L);
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
        assertThat(entries().account(observer).block())
                .extracting(Account::balance)
                .isEqualTo(8L);
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

    @Test
    default void anAccountsHistoryComesOldestFirst() {
        String observer = someId();
        append(credit(observer, 1, 8, someId()));
        append(credit(observer, 2, 16, someId()));
        append(credit(observer, 3, 24, someId()));

        assertThat(seqs(entries().after(observer, 1))).containsExactly(2L, 3L);
    }

    @Test
    default void anEntryIsFoundByAccountAndCause() {
        LedgerEntry entry = credit(someId(), 1, 8, someId());
        append(entry);

        assertThat(entries().of(entry.observer(), entry.cause()).block()).isEqualTo(entry);
        assertThat(entries().of(someId(), entry.cause()).blockOptional()).isEmpty();
    }

    @Test
    default void aMonthHoldsItsOwnEntriesOnly() {
        String observer = someId();
        append(credit(observer, 1, 8, someId()));

        assertThat(seqs(entries().ofMonth(observer, "2026-11"))).containsExactly(1L);
        assertThat(seqs(entries().ofMonth(observer, "2026-12"))).isEmpty();
    }

    @Test
    default void everyAccountIsNamedOnce() {
        String one = someId();
        String other = someId();
        append(credit(one, 1, 8, someId()));
        append(credit(one, 2, 16, someId()));
        append(credit(other, 1, 8, someId()));

        assertThat(entries().observers().collectList().block())
                .contains(one, other)
                .doesNotHaveDuplicates()
                .isSorted();
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
                0,
                Cause.resolved(report),
                Instant.parse("2026-11-22T10:05:00.123Z"),
                Award.of("resolved-report", 8),
                new About(report, null, null, null, null, "2026-11", "01037", null),
                Account.NO_SEAL);
    }

    private static String someId() {
        return UUID.randomUUID().toString();
    }
}
