package io.twingrid.points.domain.reward;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;

/**
 * A reward's stock: an account of units with the reward's id for a name, kept by the rules of every account. So a unit is taken
 * once for a redemption, given back once, and the last one is not taken twice.
 */
public final class Stock {
    private Stock() {}

    /** Puts units in, or takes some out; declined if there are not so many. */
    public static Outcome<LedgerEntry, PointsFact> stock(
            Account units, Cause cause, long number, String by, String reason, Instant now) {
        About about = About.decision(by, reason);
        return units.balance() + number < 0
                ? units.decline(cause, now, about, "There are " + units.balance() + " only.")
                : units.move(cause, now, Award.of("stocked", number), about);
    }

    /** Takes the unit for a redemption; declined if there is none. */
    public static Outcome<LedgerEntry, PointsFact> take(Account units, Redemption redemption) {
        return units.balance() == 0
                ? units.decline(redemption.taking(), redemption.at(), About.NOTHING, "There is none left.")
                : units.move(redemption.taking(), redemption.at(), Award.of("taken", -1), About.NOTHING);
    }

    /** Gives the unit of a redemption back. */
    public static Outcome<LedgerEntry, PointsFact> giveBack(Account units, Redemption redemption) {
        return units.move(redemption.givingBack(), redemption.at(), Award.of("returned", 1), About.NOTHING);
    }
}
