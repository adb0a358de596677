package io.twingrid.points.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an observer's account. It is never changed; a mistake is corrected by adding another that points at it.
 *
 * @param observer whose account
 * @param seq its place in the account: 1, 2, 3 … without gaps, in the order in which the entries were added
 * @param amount points, negative where they are taken away; the sum of {@code award}'s parts. 0 where a limit withheld all,
 *     or where a request was declined
 * @param balance points in the account after this entry: the sum of all amounts up to it, never negative
 * @param owed points still owed after this entry: taken back when they had been spent already
 * @param cause why it exists; the account has no other entry of this cause
 * @param at when its cause happened, which is not when the entry was added: a replay gives the same
 * @param award where the amount comes from
 * @param about what it is about
 * @param previous hash of the entry before ({@link #seal()}), so that a change of an old entry shows in all that follow
 */
public record LedgerEntry(
        String observer,
        long seq,
        long amount,
        long balance,
        long owed,
        Cause cause,
        Instant at,
        Award award,
        About about,
        String previous) {

    /** Refuses what cannot be a line of an account. */
    public LedgerEntry {
        if (seq < 1) {
            throw new IllegalArgumentException("an account begins with entry 1, not " + seq);
        }
        if (amount == 0 && award.isNothing() && about.reason() == null) {
            throw new IllegalArgumentException("an entry without points or reason says nothing: " + cause.text());
        }
        if (amount != award.amount()) {
            throw new IllegalArgumentException("amount " + amount + " is not the sum of its parts " + award.parts());
        }
        if (balance < 0 || owed < 0) {
            throw new IllegalArgumentException("entry " + seq + " overdraws: balance " + balance + ", owed " + owed);
        }
        Long corrects = about.corrects();
        if (corrects != null && (corrects < 1 || corrects >= seq)) {
            throw new IllegalArgumentException("entry " + seq + " cannot correct entry " + corrects);
        }
    }

    /** The report that it is about, or null. */
    public @Nullable String reportId() {
        return about.reportId();
    }

    /** {@code seq} of the entry that this one takes back, or null. */
    public @Nullable Long corrects() {
        return about.corrects();
    }

    /** Its hash: SHA-256, in small hex digits, over all of it including the hash of the entry before. */
    public String seal() {
        return Seal.of(this);
    }
}
