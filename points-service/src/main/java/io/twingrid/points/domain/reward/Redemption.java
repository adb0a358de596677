package io.twingrid.points.domain.reward;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One observer's redemption of one reward. Whether it succeeds is not decided here but by the ledger's entry of its cause:
 * this document says what was asked for, and what came of it.
 *
 * @param id also the id in the causes of its entries
 * @param rewardName as it was called then
 * @param cost in points, as it was then
 * @param voucher the code that is shown and handed in; it counts only while the state is {@code ISSUED}
 * @param state how far it is
 * @param open since when something is left to do, or null
 * @param at when it was asked for
 * @param validUntil until when the voucher can be handed in
 * @param reason why it was refused or cancelled, or null
 * @param by which of the staff fulfilled or cancelled it, or null
 */
public record Redemption(
        String id,
        String observer,
        String rewardId,
        String rewardName,
        long cost,
        String voucher,
        State state,
        @Nullable Instant open,
        Instant at,
        Instant validUntil,
        @Nullable String reason,
        @Nullable String by) {

    /** How far a redemption is. */
    public enum State {
        /** Asked for; the unit and the points may or may not be taken yet. */
        REQUESTED,
        /** Paid; the voucher can be handed in. */
        ISSUED,
        /** Nothing was taken, or what was taken has been given back. */
        REFUSED,
        /** The reward was handed over. */
        FULFILLED,
        /** To be undone; points and unit may or may not be back yet. */
        CANCELLING,
        /** Undone: points and unit are back. */
        CANCELLED
    }

    /** What is asked for, before anything was taken. */
    public static Redemption request(String id, String observer, Reward reward, String voucher, Instant now) {
        return new Redemption(
                id,
                observer,
                reward.id(),
                reward.name(),
                reward.cost(),
                voucher,
                State.REQUESTED,
                now,
                now,
                now.plus(Duration.ofDays(reward.voucherDays())),
                null,
                null);
    }

    /** Why points are taken. */
    public Cause debit() {
        return new Cause("redeemed:" + id);
    }

    /** Why points come back. */
    public Cause refund() {
        return new Cause("cancelled:" + id);
    }

    /** Why a unit is taken. */
    public Cause taking() {
        return new Cause("taken:" + id);
    }

    /** Why a unit comes back. */
    public Cause givingBack() {
        return new Cause("returned:" + id);
    }

    /** The ledger has decided: by an entry that took the points, or by one that declined to. */
    public Outcome<Redemption, PointsFact> decided(LedgerEntry entry) {
        if (state != State.REQUESTED) {
            return Outcome.unchanged();
        }
        boolean paid = !entry.award().isNothing();
        return changed(
                paid ? State.ISSUED : State.REFUSED,
                null,
                paid ? null : entry.about().reason(),
                null);
    }

    /** The reward is handed over, by another. */
    public Outcome<Redemption, PointsFact> fulfil(String who, Instant now) {
        if (who.equals(observer)) {
            return notByHimself();
        }
        if (state == State.FULFILLED) {
            return Outcome.unchanged();
        }
        if (state != State.ISSUED) {
            return notNow();
        }
        return now.isAfter(validUntil)
                ? Outcome.refused("The voucher was valid until " + validUntil + ".")
                : changed(State.FULFILLED, null, null, who);
    }

    /** Points and unit are to come back; another decides that. */
    public Outcome<Redemption, PointsFact> cancel(String who, String why, Instant now) {
        if (who.equals(observer)) {
            return notByHimself();
        }
        return switch (state) {
            case CANCELLING, CANCELLED -> Outcome.unchanged();
            case ISSUED -> changed(State.CANCELLING, now, why, who);
            case REQUESTED, REFUSED, FULFILLED -> notNow();
        };
    }

    /** Points and unit are back. */
    public Outcome<Redemption, PointsFact> cancelled() {
        return state == State.CANCELLING ? changed(State.CANCELLED, null, reason, by) : Outcome.unchanged();
    }

    private static Outcome<Redemption, PointsFact> notByHimself() {
        return Outcome.refused("Nobody hands over or cancels his own voucher: another of the staff must.");
    }

    private Outcome<Redemption, PointsFact> notNow() {
        return Outcome.refused("This redemption is " + state.name().toLowerCase(Locale.ROOT) + ".");
    }

    private Outcome<Redemption, PointsFact> changed(
            State next, @Nullable Instant left, @Nullable String why, @Nullable String who) {
        return Outcome.changed(
                new Redemption(id, observer, rewardId, rewardName, cost, voucher, next, left, at, validUntil, why, who),
                List.of());
    }
}
