package io.twingrid.points.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an account; told on {@code points-events} under the observer's id. An account's facts are in the order
 * of their {@code seq}.
 */
public sealed interface PointsFact {
    String observerId();

    Instant at();

    /** Points were given. Components as in {@link LedgerEntry}. */
    record Credited(
            String observerId,
            Instant at,
            long seq,
            long amount,
            long balance,
            String cause,
            @Nullable String reportId) implements PointsFact {}

    /**
     * A credit was taken back. Components as in {@link LedgerEntry}.
     *
     * @param amount negative: exactly what had been credited
     * @param corrects {@code seq} of the credit
     */
    record Reversed(
            String observerId,
            Instant at,
            long seq,
            long amount,
            long balance,
            String cause,
            @Nullable String reportId,
            long corrects)
            implements PointsFact {}

    /** The fact that {@code entry} was added. */
    static PointsFact credited(LedgerEntry entry) {
        return new Credited(
                entry.observer(),
                entry.at(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.cause().text(),
                entry.reportId());
    }

    /** The fact that {@code entry} took {@code credit} back. */
    static PointsFact reversed(LedgerEntry entry, LedgerEntry credit) {
        return new Reversed(
                entry.observer(),
                entry.at(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.cause().text(),
                entry.reportId(),
                credit.seq());
    }
}
