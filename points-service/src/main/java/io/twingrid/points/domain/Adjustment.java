package io.twingrid.points.domain;

import io.twingrid.chassis.change.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Points that staff give or take by hand. Up to a limit one person decides; above it a second one must approve. Nobody
 * decides about points of his own.
 *
 * @param id also the id of the ledger entry's cause
 * @param observer whose account
 * @param amount points, not 0; negative to take
 * @param reason why; the observer reads it
 * @param state how far it is
 * @param open since when it waits to be booked, or null if nothing is left to do
 * @param proposedBy who asked for it
 * @param decidedBy who approved or declined it, or null
 * @param note why it was declined, or null
 */
public record Adjustment(
        String id,
        String observer,
        long amount,
        String reason,
        State state,
        @Nullable Instant open,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable String note) {

    /** How far an adjustment is. */
    public enum State {
        /** A second person must look at it. */
        PROPOSED,
        /** Decided; the ledger's entry may or may not be there yet. */
        APPROVED,
        /** In the ledger. */
        BOOKED,
        /** Not done: refused by the second person, or more than the account holds. */
        DECLINED
    }

    /**
     * A new adjustment.
     *
     * @param limit the largest amount, either way, that needs no second person
     */
    public static Adjustment propose(
            String id, String observer, long amount, String reason, long limit, String by, Instant now) {
        boolean alone = Math.abs(amount) <= limit;
        return new Adjustment(
                id,
                observer,
                amount,
                reason,
                alone ? State.APPROVED : State.PROPOSED,
                alone ? now : null,
                by,
                now,
                null,
                null);
    }

    /** A second person agrees. */
    public Outcome<Adjustment, PointsFact> approve(String who, Instant now) {
        if (isDecided() && who.equals(decidedBy)) {
            return Outcome.unchanged();
        }
        String wrong = whyNot(who);
        return wrong == null
                ? Outcome.changed(with(State.APPROVED, now, who, null), List.of())
                : Outcome.refused(wrong);
    }

    /** A second person does not agree. */
    public Outcome<Adjustment, PointsFact> decline(String who, String why) {
        if (state == State.DECLINED && who.equals(decidedBy)) {
            return Outcome.unchanged();
        }
        String wrong = whyNot(who);
        return wrong == null
                ? Outcome.changed(with(State.DECLINED, null, who, why), List.of())
                : Outcome.refused(wrong);
    }

    /** The ledger has answered: with an entry that moved points, or with one that declined to. */
    public Outcome<Adjustment, PointsFact> settle(LedgerEntry entry) {
        if (state != State.APPROVED) {
            return Outcome.unchanged();
        }
        boolean booked = !entry.award().isNothing();
        return Outcome.changed(
                with(
                        booked ? State.BOOKED : State.DECLINED,
                        null,
                        decidedBy,
                        booked ? null : entry.about().reason()),
                List.of());
    }

    private boolean isDecided() {
        return state == State.APPROVED || state == State.BOOKED;
    }

    private @Nullable String whyNot(String who) {
        if (state != State.PROPOSED) {
            return "This adjustment is " + state.name().toLowerCase(Locale.ROOT) + " already.";
        }
        if (who.equals(proposedBy)) {
            return "Whoever proposed it cannot approve or decline it: a second person must.";
        }
        return who.equals(observer) ? "Nobody decides about points of his own." : null;
    }

    private Adjustment with(State next, @Nullable Instant waits, @Nullable String by, @Nullable String why) {
        return new Adjustment(id, observer, amount, reason, next, waits, proposedBy, proposedAt, by, why);
    }
}
