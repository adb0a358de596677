package io.twingrid.points.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.Award.Part;
import io.twingrid.points.domain.PointsFact.Credited;
import io.twingrid.points.domain.PointsFact.Reversed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Award EIGHT_AND_FIVE =
            new Award(List.of(new Part("resolved-report", 8), new Part("priority-bonus", 5)));

    @Test
    void theFirstCreditIsEntryOne() {
        LedgerEntry entry = credited(Account.empty("observer-1"));

        assertThat(entry)
                .isEqualTo(new LedgerEntry(
                        "observer-1", 1, 13, 13, Cause.resolved("r-1"), "r-1", NINE, EIGHT_AND_FIVE, null));
    }

    @Test
    void aCreditFollowsTheNewestEntryAndAddsToItsBalance() {
        LedgerEntry entry = credited(new Account("observer-1", 6, 85));

        assertThat(entry.seq()).isEqualTo(7);
        assertThat(entry.balance()).isEqualTo(98);
        assertThat(Account.after(entry)).isEqualTo(new Account("observer-1", 7, 98));
    }

    @Test
    void aCreditIsToldWithItsEntrysNumbers() {
        assertThat(factOf(new Account("observer-1", 6, 85).credit(report(), EIGHT_AND_FIVE)))
                .isEqualTo(new Credited("observer-1", NINE, 7, 13, 98, "resolved:r-1", "r-1"));
    }

    @Test
    void anAwardOfNothingChangesNothing() {
        assertThat(Account.empty("observer-1").credit(report(), new Award(List.of())))
                .isEqualTo(Outcome.unchanged());
    }

    @Test
    void aReversalTakesExactlyTheCreditAndPointsAtIt() {
        LedgerEntry credit = credited(new Account("observer-1", 6, 85));
        Account later = new Account("observer-1", 9, 120);

        LedgerEntry reversal = entryOf(later.reverse(credit, "r-1", TEN));

        assertThat(reversal)
                .isEqualTo(new LedgerEntry(
                        "observer-1",
                        10,
                        -13,
                        107,
                        Cause.invalidated("r-1"),
                        "r-1",
                        TEN,
                        EIGHT_AND_FIVE.reversed(),
                        7L));
        assertThat(factOf(later.reverse(credit, "r-1", TEN)))
                .isEqualTo(new Reversed("observer-1", TEN, 10, -13, 107, "invalidated:r-1", "r-1", 7));
    }

    private static LedgerEntry credited(Account account) {
        return entryOf(account.credit(report(), EIGHT_AND_FIVE));
    }

    private static LedgerEntry entryOf(Outcome<LedgerEntry, PointsFact> outcome) {
        return changed(outcome).after();
    }

    private static PointsFact factOf(Outcome<LedgerEntry, PointsFact> outcome) {
        assertThat(changed(outcome).facts()).hasSize(1);
        return changed(outcome).facts().getFirst();
    }

    private static Outcome.Changed<LedgerEntry, PointsFact> changed(Outcome<LedgerEntry, PointsFact> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return (Outcome.Changed<LedgerEntry, PointsFact>) outcome;
    }

    private static ResolvedReport report() {
        return new ResolvedReport("r-1", "observer-1", "01037", "HIGH", false, NINE);
    }
}
