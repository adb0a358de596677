package io.twingrid.points;

import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.RefusedException;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.reward.Redemption;
import io.twingrid.points.domain.reward.Redemptions;
import io.twingrid.points.domain.reward.Reward;
import io.twingrid.points.domain.reward.Rewards;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Redemptions of rewards. Each takes these writes, in this order, every one an insert or a compare-and-set of one document, every one done once
 * however often it is tried:
 *
 * <ol>
 *   <li>what is asked for, in state REQUESTED, with the voucher's code;
 *   <li>the unit, out of the reward's stock, or an entry that there was none;
 *   <li>the points, out of the observer's account, or an entry that declines: <b>this one decides</b>;
 *   <li>if it was declined and a unit was taken: the unit back;
 *   <li>state ISSUED or REFUSED, as the third says.
 * </ol>
 *
 * A cancellation: state CANCELLING, which decides; the points back; the unit back; state CANCELLED. Whatever dies between,
 * {@link Sweep} carries it through. Two who carry the same redemption through at a time meet the same entries, so there is nothing to undo.
 *
 * <p>What the rules refuse is an error of {@link RefusedException}.
 */
public final class Redeeming implements Unfinished {
    private final Rewards rewards;
    private final Redemptions redemptions;
    private final Stocks stocks;
    private final Observers observers;
    private final Ledger ledger;
    private final LedgerEntries entries;
    private final Clock clock;

    Redeeming(
            Rewards rewards,
            Redemptions redemptions,
            Stocks stocks,
            Observers observers,
            Ledger ledger,
            LedgerEntries entries,
            Clock clock) {
        this.rewards = rewards;
        this.redemptions = redemptions;
        this.stocks = stocks;
        this.observers = observers;
        this.ledger = ledger;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Redeems a reward; answers what became of it if {@code id} was used before.
     *
     * @param voucher code of the voucher, if this is new
     * @return empty if there is no such reward
     */
    public Mono<Redemption> redeem(String id, String observer, String rewardId, String voucher) {
        return redemptions
                .find(id)
                .switchIfEmpty(Mono.defer(() -> rewards.find(rewardId).flatMap(reward -> admissible(observer, reward)
                        .then(Mono.defer(() ->
                                redemptions.add(Redemption.request(id, observer, reward, voucher, clock.instant())))))))
                .flatMap(this::carriedThrough);
    }

    /** The reward is handed over. Empty if there is no such redemption. */
    public Mono<Redemption> fulfil(String id, String by) {
        return redemptions.change(id, redemption -> redemption.fulfil(by, clock.instant()));
    }

    /** Points and unit come back, once. Empty if there is no such redemption. */
    public Mono<Redemption> cancel(String id, String by, String reason) {
        return redemptions
                .change(id, redemption -> redemption.cancel(by, reason, clock.instant()))
                .flatMap(this::carriedThrough);
    }

    @Override
    public Flux<String> begunBefore(Instant time, int most) {
        return redemptions.openBefore(time, most);
    }

    @Override
    public Mono<?> finish(String id) {
        return redemptions.find(id).flatMap(this::carriedThrough);
    }

    private Mono<Redemption> carriedThrough(Redemption redemption) {
        return switch (redemption.state()) {
            case REQUESTED -> pay(redemption);
            case CANCELLING -> giveBack(redemption);
            case ISSUED, REFUSED, FULFILLED, CANCELLED -> Mono.just(redemption);
        };
    }

    private Mono<Redemption> pay(Redemption redemption) {
        return stocks.take(redemption)
                .flatMap(unit -> debit(redemption, unit))
                .flatMap(decision -> (decision.award().isNothing() ? stocks.giveBack(redemption) : Mono.<Void>empty())
                        .then(Mono.defer(() -> redemptions.change(redemption.id(), asked -> asked.decided(decision)))));
    }

    private Mono<LedgerEntry> debit(Redemption redemption, LedgerEntry unit) {
        return ledger.appendReading(redemption.observer(), account -> whyNot(redemption, unit)
                        .map(refusal -> account.redeem(redemption, refusal.orElse(null))))
                .then(Mono.defer(() -> ledger.entryOf(redemption.observer(), redemption.debit())));
    }

    private Mono<Optional<String>> whyNot(Redemption redemption, LedgerEntry unit) {
        if (unit.award().isNothing()) {
            return Mono.just(Optional.of(String.valueOf(unit.about().reason())));
        }
        return notAppointed(redemption.observer())
                .switchIfEmpty(Mono.defer(() ->
                        rewards.find(redemption.rewardId()).flatMap(reward -> tooMany(redemption.observer(), reward))))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** The sentence that somebody is no active observer; empty if he is one. What he has earned waits for him. */
    private Mono<String> notAppointed(String observer) {
        return observers
                .find(observer)
                .map(Observer::isActive)
                .defaultIfEmpty(false)
                .filter(active -> !active)
                .map(
                        not ->
                                "Points are redeemed by appointed observers; what was earned before waits for the appointment.");
    }

    /** The sentence that an observer has redeemed a reward as often as he may; empty if he has not. */
    private Mono<String> tooMany(String observer, Reward reward) {
        if (reward.perPerson() == 0) {
            return Mono.empty();
        }
        return entries.ofReward(observer, reward.id())
                .map(entry -> Long.signum(entry.award().earned()))
                .reduce(0, Integer::sum)
                .filter(balance -> -balance >= reward.perPerson())
                .map(balance -> "One person may redeem it " + reward.perPerson() + " times.");
    }

    /** Says no at once to what has no chance, so that it leaves no trace; what races past this is decided by the entries. */
    private Mono<Void> admissible(String observer, Reward reward) {
        return Flux.concat(
                        notAppointed(observer),
                        Mono.justOrEmpty(reward.whyNotAt(clock.instant())),
                        Mono.defer(() -> stocks.left(reward.id()))
                                .filter(left -> left == 0)
                                .map(none -> "There is none left."),
                        Mono.defer(() -> ledger.account(observer))
                                .filter(account -> account.balance() < reward.cost())
                                .map(account -> "It costs " + reward.cost() + " points, the account holds "
                                        + account.balance() + "."),
                        Mono.defer(() -> tooMany(observer, reward)))
                .next()
                .flatMap(reason -> Mono.error(new RefusedException(reason)));
    }

    private Mono<Redemption> giveBack(Redemption redemption) {
        Instant when = cancelledAt(redemption);
        return ledger.append(redemption.observer(), account -> account.refund(redemption, when))
                .then(Mono.defer(() -> stocks.giveBack(redemption)))
                .then(Mono.defer(() -> redemptions.change(redemption.id(), Redemption::cancelled)));
    }

    private static Instant cancelledAt(Redemption redemption) {
        @Nullable Instant since = redemption.open();
        return since == null ? redemption.at() : since;
    }
}
