package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.LedgerEntry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** What is true of every account at any time. */
final class Invariants {
    private Invariants() {}

    /** Checks the entries of one account, given in any order: no gap, each cause once, every balance the sum so far. */
    static void hold(List<LedgerEntry> entries) {
        List<LedgerEntry> account = entries.stream()
                .sorted(Comparator.comparingLong(LedgerEntry::seq))
                .toList();
        assertThat(account.stream().map(LedgerEntry::seq))
                .as("the sequence has no gap")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, account.size()).boxed().toList());
        assertThat(account.stream().map(LedgerEntry::cause))
                .as("each cause once")
                .doesNotHaveDuplicates();
        long sum = 0;
        String seal = Account.NO_SEAL;
        for (LedgerEntry entry : account) {
            assertThat(entry.previous()).as("hash before entry %d", entry.seq()).isEqualTo(seal);
            seal = entry.seal();
            sum += entry.amount();
            assertThat(entry.balance())
                    .as("balance after entry %d", entry.seq())
                    .isEqualTo(sum)
                    .isNotNegative();
        }
    }
}
