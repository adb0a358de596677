package io.twingrid.points.domain;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.Award.Part;
import io.twingrid.points.domain.reward.Redemption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an observer's account stands after its newest entry. Its verbs answer with the entry that comes next.
 *
 * <p>A balance is never below zero. When a reversal asks for more than there is, because the points were spent, the rest is
 * owed, and what is earned next pays it first.
 *
 * @param observer whose account
 * @param entries how many entries it has, which is the {@code seq} of the newest
 * @param balance in points, 0 or more
 * @param owed points that were taken back and could not be paid, 0 or more
 * @param seal the newest entry's hash, or {@link #NO_SEAL}
 */
public record Account(String observer, long entries, long balance, long owed, String seal) {
    /** What stands for the hash before an account's first entry. */
    public static final String NO_SEAL = "0".repeat(64);

    /** An account that has no entry yet. */
    public static Account empty(String observer) {
        return new Account(observer, 0, 0, 0, NO_SEAL);
    }

    /** The account whose newest entry is {@code newest}. */
    public static Account after(LedgerEntry newest) {
        return new Account(newest.observer(), newest.seq(), newest.balance(), newest.owed(), newest.seal());
    }

    /** Adds what was earned; nothing changes if no rule gave anything. */
    public Outcome<LedgerEntry, PointsFact> credit(Cause cause, Instant at, Award award, About about) {
        if (award.isNothing()) {
            return Outcome.unchanged();
        }
        LedgerEntry entry = next(cause, at, award, about);
        return told(entry, PointsFact.credited(entry));
    }

    /**
     * Takes a credit back, to the point.
     *
     * @param cause why
     * @param at when that happened
     * @param credit the entry of this account that was a mistake
     * @param net what its report has earned by now: the credit and later entries' parts that correct it
     */
    public Outcome<LedgerEntry, PointsFact> reverse(Cause cause, Instant at, LedgerEntry credit, Award net) {
        About about = credit.about().correcting(credit.seq());
        LedgerEntry entry = next(cause, at, net.reversed(), about);
        return told(entry, PointsFact.reversed(entry, credit));
    }

    /** Books what the points staff decided. More than there is cannot be taken: that is booked as declined, once. */
    public Outcome<LedgerEntry, PointsFact> adjust(Adjustment adjustment) {
        Cause cause = Cause.adjusted(adjustment.id());
        About about = About.decision(adjustment.proposedBy(), adjustment.reason());
        Instant at = adjustment.proposedAt();
        if (balance + adjustment.amount() < 0) {
            return decline(cause, at, about, "The account holds " + balance + " points only.");
        }
        LedgerEntry entry = next(cause, at, Award.of("adjustment", adjustment.amount()), about);
        return told(entry, PointsFact.adjusted(entry));
    }

    /**
     * Pays for a redemption, or declines to.
     *
     * @param refusal why it must not be paid, beside an empty account; null if there is nothing against it
     */
    public Outcome<LedgerEntry, PointsFact> redeem(Redemption redemption, @Nullable String refusal) {
        About about = About.reward(redemption.rewardId());
        if (refusal != null) {
            return decline(redemption.debit(), redemption.at(), about, refusal);
        }
        if (balance < redemption.cost()) {
            String why = "It costs " + redemption.cost() + " points, the account holds " + balance + ".";
            return decline(redemption.debit(), redemption.at(), about, why);
        }
        Award price = Award.of("redemption", -redemption.cost());
        LedgerEntry entry = next(redemption.debit(), redemption.at(), price, about);
        return told(entry, PointsFact.redeemed(entry));
    }

    /** Gives back what a redemption cost. */
    public Outcome<LedgerEntry, PointsFact> refund(Redemption redemption, Instant now) {
        Award price = Award.of("refund", redemption.cost());
        LedgerEntry entry = next(redemption.refund(), now, price, About.reward(redemption.rewardId()));
        return told(entry, PointsFact.refunded(entry));
    }

    /** Says that so many points lapse on {@code day} unless they are used. */
    public Outcome<LedgerEntry, PointsFact> announceExpiry(long points, LocalDate day, Instant now) {
        About about = About.NOTHING.because(points + " points lapse on " + day + " unless they are used.");
        LedgerEntry entry = next(Cause.expiryAnnounced(day), now, new Award(List.of()), about);
        return Outcome.changed(entry, new PointsFact.Expiring(observer, now, points, day.toString()));
    }

    /** Takes away points that lapsed; never more than there are. */
    public Outcome<LedgerEntry, PointsFact> expire(long points, LocalDate day, Instant now) {
        long lapsed = Math.min(points, balance);
        if (lapsed == 0) {
            return Outcome.unchanged();
        }
        LedgerEntry entry = next(Cause.expired(day), now, Award.of("expired", -lapsed), About.NOTHING);
        return told(entry, PointsFact.expired(entry));
    }

    /** Adds what nobody is told of: a unit of stock, a count. */
    public Outcome<LedgerEntry, PointsFact> move(Cause cause, Instant at, Award award, About about) {
        return new Outcome.Changed<>(next(cause, at, award, about), List.of());
    }

    /** An entry of no points that keeps a refusal: whoever asks again for the same cause finds the same answer. */
    public Outcome<LedgerEntry, PointsFact> decline(Cause cause, Instant at, About about, String reason) {
        return new Outcome.Changed<>(next(cause, at, new Award(List.of()), about.because(reason)), List.of());
    }

    /** The entry that comes next; what it would overdraw is owed, and what is owed it pays first. */
    private LedgerEntry next(Cause cause, Instant at, Award award, About about) {
        long asked = award.amount();
        long carried = asked < 0 ? Math.max(0, -asked - balance) : -Math.min(owed, asked);
        Award settled = carried == 0 ? award : award.and(List.of(new Part(Award.OWED, carried)));
        long amount = settled.amount();
        return new LedgerEntry(
                observer,
                entries + 1,
                amount,
                Math.addExact(balance, amount),
                owed + carried,
                cause,
                at,
                settled,
                about,
                seal);
    }

    /** An entry that moves nothing, because a limit withheld it or a debt took it, is no news. */
    static Outcome<LedgerEntry, PointsFact> told(LedgerEntry entry, PointsFact fact) {
        return new Outcome.Changed<>(entry, entry.amount() == 0 ? List.of() : List.of(fact));
    }
}
