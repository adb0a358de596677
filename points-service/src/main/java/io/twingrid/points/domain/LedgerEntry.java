package io.twingrid.points.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an observer's account. It is never changed; a mistake is corrected by adding another that points at it.
 *
 * @param observer whose account
 * @param seq its place in the account: 1, 2, 3 … without gaps, in the order in which the entries were added
 * @param amount points, negative where they are taken away; the sum of {@code award}'s parts
 * @param balance points in the account after this entry: the sum of all amounts up to it
 * @param cause why it exists; the account has no other entry of this cause
 * @param reportId the report that it is about, or null
 * @param at when its cause happened, which is not when the entry was added: a replay gives the same
 * @param award where the amount comes from
 * @param corrects {@code seq} of the entry that this one takes back, or null
 */
public record LedgerEntry(
        String observer,
        long seq,
        long amount,
        long balance,
        Cause cause,
        @Nullable String reportId,
        Instant at,
        Award award,
        @Nullable Long corrects) {

    /** Refuses what cannot be a line of an account. */
    public LedgerEntry {
        if (seq < 1) {
            throw new IllegalArgumentException("an account begins with entry 1, not " + seq);
        }
        if (amount == 0) {
            throw new IllegalArgumentException("an entry of no points says nothing: " + cause.text());
        }
        if (amount != award.amount()) {
            throw new IllegalArgumentException("amount " + amount + " is not the sum of its parts " + award.parts());
        }
        if (corrects != null && (corrects < 1 || corrects >= seq)) {
            throw new IllegalArgumentException("entry " + seq + " cannot correct entry " + corrects);
        }
    }
}
