package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.points.PointsSettings.Sweeping;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.RefusedException;
import io.twingrid.points.domain.reward.Redemption;
import io.twingrid.points.domain.reward.Redemption.State;
import io.twingrid.points.domain.reward.Reward;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Points and stock are held together, whatever races or dies between. */
class RedeemingTest {
    private static final Clock NINE = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.offset(NINE, Duration.ofMinutes(1));
    private static final int STOCK = 3;
    private static final int EARNED = 25;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final InMemoryLedgerEntries points = new InMemoryLedgerEntries();
    private final InMemoryLedgerEntries units = new InMemoryLedgerEntries();
    private final InMemoryRewards rewards = new InMemoryRewards();
    private final InMemoryRewards.OfRedemptions redemptions = new InMemoryRewards.OfRedemptions();
    private final InMemoryObservers observers = new InMemoryObservers();
    private final Redeeming redeeming = redeeming();

    @BeforeEach
    void aKitInStockAndPointsInAnActiveObserversAccount() {
        observers.add(InMemoryObservers.active("observer-1"), List.of()).block();
        reward(0, null);
        stocks().stock("kit", "first", STOCK, "points", "delivery").block();
        ledger().append(
                        "observer-1",
                        account -> account.credit(
                                Cause.resolved("r-1"),
                                NINE.instant(),
                                Award.of("resolved-report", EARNED),
                                About.NOTHING))
                .block();
    }

    @Test
    void whoeverCanPayGetsAVoucher() {
        assertThat(redeem("one")).extracting(Redemption::state).isEqualTo(State.ISSUED);
        assertThat(balance()).isEqualTo(15);
        assertThat(stocks().left("kit").block()).isEqualTo(2);
        hold();
    }

    @Test
    void theSameRequestAgainFindsTheSameVoucher() {
        assertThat(redeem("one").voucher()).isEqualTo(redeem("one").voucher());
        assertThat(balance()).isEqualTo(15);
        hold();
    }

    @Test
    void whoCannotPayGetsNothingAndLeavesNoTrace() {
        redeem("one");
        redeem("two");

        assertThatThrownBy(() -> redeem("three")).isInstanceOf(RefusedException.class);
        assertThat(redemptions.find("three").blockOptional()).isEmpty();
        hold();
    }

    @Test
    void onlyAnActiveObserverRedeemsAndWhatHeEarnedWaitsForHim() {
        observers
                .change("observer-1", him -> him.suspend("points", "untrue reports", NINE.instant()))
                .block();

        assertThatThrownBy(() -> redeem("one")).hasMessageContaining("appointed");
        assertThat(balance()).isEqualTo(EARNED);

        observers
                .change("observer-1", him -> him.appoint(List.of(), "n", "points", NINE.instant()))
                .block();
        assertThat(redeem("two").state()).isEqualTo(State.ISSUED);
        hold();
    }

    @Test
    void whoIsSuspendedBetweenTheWritesIsRefusedAndNothingIsTaken() {
        redemptions
                .add(Redemption.request("cut", "observer-1", kit(0, null), "V", NINE.instant()))
                .block();
        observers
                .change("observer-1", him -> him.suspend("points", "untrue reports", NINE.instant()))
                .block();

        sweep();

        assertThat(redemptions.find("cut").block())
                .extracting(Redemption::state)
                .isEqualTo(State.REFUSED);
        hold();
    }

    @Test
    void onePersonRedeemsAsOftenAsHeMay() {
        reward(1, null);
        redeem("one");

        assertThatThrownBy(() -> redeem("two")).hasMessageContaining("1 times");
        redeeming.cancel("one", "points", "broken").block();
        assertThat(redeem("three").state()).isEqualTo(State.ISSUED);
        hold();
    }

    @Test
    void whatIsGoneOrOverIsRefused() {
        reward(0, NINE.instant());
        assertThatThrownBy(() -> redeem("late")).hasMessageContaining("until");

        reward(0, null);
        stocks().stock("kit", "lost", -STOCK, "points", "lost").block();
        assertThatThrownBy(() -> redeem("none")).hasMessageContaining("none left");
    }

    @Test
    void aCancelledRedemptionGivesPointsAndUnitBackOnce() {
        redeem("one");

        for (int i = 0; i < 3; i++) {
            assertThat(redeeming.cancel("one", "points", "broken").block())
                    .extracting(Redemption::state)
                    .isEqualTo(State.CANCELLED);
        }

        assertThat(balance()).isEqualTo(EARNED);
        assertThat(stocks().left("kit").block()).isEqualTo(STOCK);
        assertThatThrownBy(() -> redeeming.fulfil("one", "points").block()).isInstanceOf(RefusedException.class);
        hold();
    }

    @Test
    void aVoucherIsHandedInOnceAndNotCancelledAfter() {
        redeem("one");

        redeeming.fulfil("one", "points").block();
        assertThat(redeeming.fulfil("one", "points").block())
                .extracting(Redemption::state)
                .isEqualTo(State.FULFILLED);
        assertThatThrownBy(() -> redeeming.cancel("one", "points", "no").block())
                .isInstanceOf(RefusedException.class);
        hold();
    }

    @Test
    void nobodyHandsOverOrCancelsHisOwnVoucher() {
        redeem("one");

        assertThatThrownBy(() -> redeeming.fulfil("one", "observer-1").block()).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> redeeming.cancel("one", "observer-1", "me").block())
                .isInstanceOf(RefusedException.class);
        hold();
    }

    /** Two find that there is enough, and one is quicker: the slower one's own entries decline, and nothing stays taken. */
    @Test
    void whoeverLosesTheRaceForTheLastPointsIsRefusedAndHisUnitIsBack() {
        Redemption slow = Redemption.request("slow", "observer-1", kit(0, null), "V", NINE.instant());
        redemptions.add(slow).block();
        redeem("one");
        redeem("two");

        redeeming.finish("slow").block();
        redeeming.finish("slow").block();

        assertThat(redemptions.find("slow").block())
                .extracting(Redemption::state)
                .isEqualTo(State.REFUSED);
        assertThat(stocks().left("kit").block()).isEqualTo(1);
        hold();
    }

    private void sweep() {
        new Sweep(List.of(redeeming), new Sweeping(Duration.ofSeconds(1), Duration.ZERO, 10), LATER)
                .once()
                .block();
        assertThat(redemptions.openBefore(LATER.instant(), 10).collectList().block())
                .isEmpty();
    }

    /** Vouchers = debits, stock = initial - vouchers, and both ledgers are sound. */
    private void hold() {
        Invariants.hold(points.all());
        Invariants.hold(units.all());
        long vouchers = redemptions
                .all()
                .filter(redemption -> redemption.state() == State.ISSUED || redemption.state() == State.FULFILLED)
                .count()
                .blockOptional()
                .orElseThrow();
        long delivered = units.all().stream()
                .filter(entry -> entry.cause().text().startsWith("stocked:"))
                .mapToLong(LedgerEntry::amount)
                .sum();
        assertThat(EARNED - balance()).as("debits").isEqualTo(10 * vouchers);
        assertThat(stocks().left("kit").block()).as("stock").isEqualTo(delivered - vouchers);
    }

    private Redemption redeem(String id) {
        return redeeming
                .redeem(id, "observer-1", "kit", "V-" + id)
                .blockOptional()
                .orElseThrow();
    }

    private void reward(int perPerson, @Nullable Instant until) {
        Reward kit = kit(perPerson, until);
        rewards.replace(kit).switchIfEmpty(Mono.defer(() -> rewards.add(kit))).block();
    }

    private static Reward kit(int perPerson, @Nullable Instant until) {
        return new Reward("kit", "安全出行礼包", "Safe-travel kit", "", 10, perPerson, null, until, 30, null);
    }

    private long balance() {
        return points.account("observer-1").blockOptional().orElseThrow().balance();
    }

    private Ledger ledger() {
        return new Ledger(points, "points", World.RACING, metrics);
    }

    private Stocks stocks() {
        return new Stocks(new Ledger(units, "stock", World.RACING, metrics), NINE);
    }

    private Redeeming redeeming() {
        return new Redeeming(rewards, redemptions, stocks(), observers, ledger(), points, NINE);
    }
}
