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
    private static final Account RICH = new Account("observer-1", 6, 85, 0, "b".repeat(64));

    @Test
    void theFirstCreditIsEntryOne() {
        LedgerEntry entry = entryOf(credit(Account.empty("observer-1")));

        assertThat(entry)
                .extracting(LedgerEntry::seq, LedgerEntry::amount, LedgerEntry::balance, LedgerEntry::previous)
                .containsExactly(1L, 13L, 13L, Account.NO_SEAL);
    }

    @Test
    void aCreditFollowsTheNewestEntryAndAddsToItsBalance() {
        LedgerEntry entry = entryOf(credit(RICH));

        assertThat(entry.previous()).isEqualTo(RICH.seal());
        assertThat(Account.after(entry)).isEqualTo(new Account("observer-1", 7, 98, 0, entry.seal()));
    }

    @Test
    void aCreditIsToldWithItsEntrysNumbers() {
        assertThat(changed(credit(RICH)).facts())
                .containsExactly(new Credited("observer-1", NINE, 7, 13, 98, "resolved:r-1", "r-1"));
    }

    @Test
    void anAwardOfNothingChangesNothing() {
        assertThat(RICH.credit(Cause.resolved("r-1"), NINE, new Award(List.of()), About.NOTHING))
                .isEqualTo(Outcome.unchanged());
    }

    @Test
    void aReversalTakesExactlyTheCreditAndPointsAtIt() {
        LedgerEntry credit = entryOf(credit(RICH));
        Outcome<LedgerEntry, PointsFact> reversal =
                Account.after(credit).reverse(Cause.invalidated("r-1"), TEN, credit, EIGHT_AND_FIVE);

        assertThat(entryOf(reversal).award()).isEqualTo(EIGHT_AND_FIVE.reversed());
        assertThat(changed(reversal).facts())
                .containsExactly(new Reversed("observer-1", TEN, 8, -13, 85, "invalidated:r-1", "r-1", 7));
    }

    @Test
    void whatWasSpentAlreadyIsOwedAndPaidByWhatIsEarnedNext() {
        LedgerEntry credit = entryOf(credit(Account.empty("observer-1")));
        Account spent = new Account("observer-1", 2, 3, 0, "c".repeat(64));

        LedgerEntry reversal = entryOf(spent.reverse(Cause.invalidated("r-1"), TEN, credit, EIGHT_AND_FIVE));
        LedgerEntry next = entryOf(Account.after(reversal)
                .credit(Cause.resolved("r-2"), TEN, Award.of("resolved-report", 12), About.NOTHING));

        assertThat(reversal)
                .extracting(LedgerEntry::amount, LedgerEntry::balance, LedgerEntry::owed)
                .containsExactly(-3L, 0L, 10L);
        assertThat(next)
                .extracting(LedgerEntry::amount, LedgerEntry::balance, LedgerEntry::owed)
                .containsExactly(2L, 2L, 0L);
        assertThat(reversal.award().earned() + next.award().earned()).isEqualTo(-13 + 12);
    }

    @Test
    void aCreditThatOnlyPaysADebtIsKeptButNoNews() {
        Account debtor = new Account("observer-1", 2, 0, 20, "c".repeat(64));

        assertThat(changed(credit(debtor)).facts()).isEmpty();
        assertThat(entryOf(credit(debtor)))
                .extracting(LedgerEntry::amount, LedgerEntry::owed)
                .containsExactly(0L, 7L);
    }

    @Test
    void anAdjustmentCannotTakeMoreThanThereIs() {
        Adjustment ninety = Adjustment.propose("a-1", "observer-1", -90, "误发", 100, "points", NINE);

        LedgerEntry entry = entryOf(RICH.adjust(ninety));

        assertThat(entry.amount()).isZero();
        assertThat(entry.about().reason()).contains("85");
        assertThat(changed(RICH.adjust(ninety)).facts()).isEmpty();
    }

    @Test
    void aChangedEntryHasAnotherSeal() {
        LedgerEntry entry = entryOf(credit(RICH));
        LedgerEntry forged = new LedgerEntry(
                entry.observer(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.owed(),
                entry.cause(),
                entry.at().plusMillis(1),
                entry.award(),
                entry.about(),
                entry.previous());

        assertThat(entry.seal()).hasSize(64).isEqualTo(entryOf(credit(RICH)).seal());
        assertThat(forged.seal()).isNotEqualTo(entry.seal());
    }

    private static Outcome<LedgerEntry, PointsFact> credit(Account account) {
        About about = new About("r-1", null, null, null, null, "2026-11", "01037", "tieshan");
        return account.credit(Cause.resolved("r-1"), NINE, EIGHT_AND_FIVE, about);
    }

    private static LedgerEntry entryOf(Outcome<LedgerEntry, PointsFact> outcome) {
        return changed(outcome).after();
    }

    private static Outcome.Changed<LedgerEntry, PointsFact> changed(Outcome<LedgerEntry, PointsFact> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return (Outcome.Changed<LedgerEntry, PointsFact>) outcome;
    }
}
