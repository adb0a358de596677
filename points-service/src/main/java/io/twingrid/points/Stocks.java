package io.twingrid.points;

import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.reward.Redemption;
import io.twingrid.points.domain.reward.Stock;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** How many there are of each reward: a ledger of units beside the one of points. Errors are those of {@link Ledger}. */
public final class Stocks {
    private final Ledger units;
    private final Clock clock;

    Stocks(Ledger units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** How many are left. */
    public Mono<Long> left(String rewardId) {
        return units.account(rewardId).map(Account::balance);
    }

    /**
     * Puts units in, or takes some out if {@code number} is negative.
     *
     * @param id of this delivery; it is counted once
     * @return the entry: of so many units, or of none and with the reason if so many could not be taken
     */
    public Mono<LedgerEntry> stock(String rewardId, String id, long number, String by, String reason) {
        Cause cause = new Cause("stocked:" + id);
        return units.append(rewardId, account -> Stock.stock(account, cause, number, by, reason, clock.instant()))
                .then(units.entryOf(rewardId, cause));
    }

    /** Takes the unit for a redemption; answers the entry that says whether there was one. */
    Mono<LedgerEntry> take(Redemption redemption) {
        return units.append(redemption.rewardId(), account -> Stock.take(account, redemption))
                .then(units.entryOf(redemption.rewardId(), redemption.taking()));
    }

    /** Gives the unit of a redemption back, if it had taken one. */
    Mono<Void> giveBack(Redemption redemption) {
        return units.entryOf(redemption.rewardId(), redemption.taking())
                .filter(taken -> taken.amount() < 0)
                .flatMap(taken -> units.append(redemption.rewardId(), account -> Stock.giveBack(account, redemption)))
                .then();
    }
}
