package io.twingrid.points.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an account; told on {@code points-events} under the observer's id. An account's facts may overtake one
 * another on the way: their order is that of {@code seq}. Components that are not explained are as in {@link LedgerEntry}.
 */
public sealed interface PointsFact
        permits PointsFact.Credited,
                PointsFact.Reversed,
                PointsFact.Adjusted,
                PointsFact.Redeemed,
                PointsFact.Refunded,
                PointsFact.Expired,
                PointsFact.Expiring,
                ObserverFact,
                ActivityFact {
    String observerId();

    Instant at();

    /** Points were given. */
    record Credited(
            String observerId,
            Instant at,
            long seq,
            long amount,
            long balance,
            String cause,
            @Nullable String reportId) implements PointsFact {}

    /**
     * A credit was taken back.
     *
     * @param amount negative: exactly what the report had earned, or what the account could pay of it
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

    /** The points staff gave or took points, for a reason. */
    record Adjusted(
            String observerId,
            Instant at,
            long seq,
            long amount,
            long balance,
            String cause,
            @Nullable String reason) implements PointsFact {}

    /**
     * Points were redeemed for a reward.
     *
     * @param amount negative: what it cost
     */
    record Redeemed(
            String observerId,
            Instant at,
            long seq,
            long amount,
            long balance,
            String cause,
            @Nullable String rewardId) implements PointsFact {}

    /** A redemption was cancelled and its points are back. */
    record Refunded(
            String observerId,
            Instant at,
            long seq,
            long amount,
            long balance,
            String cause,
            @Nullable String rewardId) implements PointsFact {}

    /** Points lapsed. */
    record Expired(String observerId, Instant at, long seq, long amount, long balance, String cause)
            implements PointsFact {}

    /**
     * Points will lapse.
     *
     * @param points how many, unless they are used before
     * @param on the day, {@code 2026-12-01}
     */
    record Expiring(String observerId, Instant at, long points, String on) implements PointsFact {}

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

    /** The fact that {@code entry} booked an adjustment. */
    static PointsFact adjusted(LedgerEntry entry) {
        return new Adjusted(
                entry.observer(),
                entry.at(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.cause().text(),
                entry.about().reason());
    }

    /** The fact that {@code entry} paid for a reward. */
    static PointsFact redeemed(LedgerEntry entry) {
        return new Redeemed(
                entry.observer(),
                entry.at(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.cause().text(),
                entry.about().rewardId());
    }

    /** The fact that {@code entry} gave a reward's points back. */
    static PointsFact refunded(LedgerEntry entry) {
        return new Refunded(
                entry.observer(),
                entry.at(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.cause().text(),
                entry.about().rewardId());
    }

    /** The fact that {@code entry} took lapsed points away. */
    static PointsFact expired(LedgerEntry entry) {
        return new Expired(
                entry.observer(),
                entry.at(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.cause().text());
    }
}
