package io.twingrid.points.domain.observer;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.points.domain.ObserverFact;
import io.twingrid.points.domain.PointsFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A courier, rider or driver who reports what he sees (观察员).
 *
 * @param id the token's {@code sub}
 * @param name as it stands on the certificate
 * @param employer whom he rides for, or null
 * @param trade courier, rider, driver …, or null
 * @param roads names of the roads that he rides
 * @param grids ids of the grids that they lie in
 * @param state how far he is
 * @param passed ids of the training modules that he has passed
 * @param credential number of his certificate, or null before the first appointment
 * @param appointedAt since when, or null
 * @param reason why he was declined, suspended or revoked, or null
 * @param hidden whether the standings show him as a number only
 */
public record Observer(
        String id,
        String name,
        @Nullable String employer,
        @Nullable String trade,
        List<String> roads,
        List<String> grids,
        State state,
        List<String> passed,
        @Nullable String credential,
        @Nullable Instant appointedAt,
        @Nullable String reason,
        boolean hidden) {

    /** The name of somebody who has been forgotten. */
    private static final String NOBODY = "—";

    /** How far an observer is. */
    public enum State {
        /** Has asked to become one; is being trained. */
        APPLIED,
        /** Appointed. */
        ACTIVE,
        /** Not for the time being. */
        SUSPENDED,
        /** Not any more. */
        REVOKED,
        /** The application was turned down. */
        DECLINED
    }

    /** Makes the lists immutable. */
    public Observer {
        roads = List.copyOf(roads);
        grids = List.copyOf(grids);
        passed = List.copyOf(passed);
    }

    /** Somebody who asks to become an observer. */
    public static Observer applicant(String id, Profile profile) {
        return new Observer(
                id,
                profile.name(),
                profile.employer(),
                profile.trade(),
                profile.roads(),
                profile.grids(),
                State.APPLIED,
                List.of(),
                null,
                null,
                null,
                false);
    }

    /** What somebody says of himself. */
    public record Profile(
            String name,
            @Nullable String employer,
            @Nullable String trade,
            List<String> roads,
            List<String> grids) {}

    /** Whether points may be redeemed. */
    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Asks again, after having been declined, or mends what was said. */
    public Outcome<Observer, PointsFact> apply(Profile profile) {
        if (state != State.APPLIED && state != State.DECLINED) {
            return notNow();
        }
        Observer again = new Observer(
                id,
                profile.name(),
                profile.employer(),
                profile.trade(),
                profile.roads(),
                profile.grids(),
                State.APPLIED,
                passed,
                null,
                null,
                null,
                hidden);
        return again.equals(this) ? Outcome.unchanged() : Outcome.changed(again, List.of());
    }

    /** A module's quiz was passed. */
    public Outcome<Observer, PointsFact> pass(String module) {
        if (passed.contains(module)) {
            return Outcome.unchanged();
        }
        List<String> now = new ArrayList<>(passed);
        now.add(module);
        return Outcome.changed(with(state, now, credential, appointedAt, reason), List.of());
    }

    /**
     * Appoints him, or lifts a suspension.
     *
     * @param modules ids of the modules that must have been passed
     * @param number of the certificate, if he has none yet
     */
    public Outcome<Observer, PointsFact> appoint(List<String> modules, String number, String by, Instant now) {
        if (state == State.ACTIVE) {
            return Outcome.unchanged();
        }
        if (state != State.APPLIED && state != State.SUSPENDED) {
            return notNow();
        }
        List<String> missing =
                modules.stream().filter(module -> !passed.contains(module)).toList();
        if (state == State.APPLIED && !missing.isEmpty()) {
            return Outcome.refused("The training is not finished: " + String.join(", ", missing) + ".");
        }
        Observer appointed = with(
                State.ACTIVE,
                passed,
                credential == null ? number : credential,
                appointedAt == null ? now : appointedAt,
                null);
        return Outcome.changed(appointed, appointed.appointed(by, now));
    }

    /** The application is turned down. */
    public Outcome<Observer, PointsFact> decline(String why) {
        return switch (state) {
            case DECLINED -> Outcome.unchanged();
            case APPLIED -> Outcome.changed(with(State.DECLINED, passed, null, null, why), List.of());
            case ACTIVE, SUSPENDED, REVOKED -> notNow();
        };
    }

    /** Takes the appointment away for the time being. */
    public Outcome<Observer, PointsFact> suspend(String by, String why, Instant now) {
        return switch (state) {
            case SUSPENDED -> Outcome.unchanged();
            case ACTIVE ->
                Outcome.changed(
                        with(State.SUSPENDED, passed, credential, appointedAt, why),
                        new ObserverFact.Suspended(id, now, by, why));
            case APPLIED, REVOKED, DECLINED -> notNow();
        };
    }

    /** Takes the appointment away for good. */
    public Outcome<Observer, PointsFact> revoke(String by, String why, Instant now) {
        return switch (state) {
            case REVOKED -> Outcome.unchanged();
            case ACTIVE, SUSPENDED ->
                Outcome.changed(
                        with(State.REVOKED, passed, credential, appointedAt, why),
                        new ObserverFact.Revoked(id, now, by, why));
            case APPLIED, DECLINED -> notNow();
        };
    }

    /**
     * Takes away what says who he is, for good; his pseudonym, his ledger and what he passed stay. An appointment ends with it.
     */
    public Outcome<Observer, PointsFact> forget(String by, Instant now) {
        boolean appointed = state == State.ACTIVE || state == State.SUSPENDED;
        Observer forgotten = new Observer(
                id,
                NOBODY,
                null,
                null,
                List.of(),
                List.of(),
                appointed ? State.REVOKED : state,
                passed,
                credential,
                appointedAt,
                null,
                true);
        if (forgotten.equals(this)) {
            return Outcome.unchanged();
        }
        return Outcome.changed(
                forgotten, appointed ? List.of(new ObserverFact.Revoked(id, now, by, "FORGOTTEN")) : List.of());
    }

    /** He rides other roads now. */
    public Outcome<Observer, PointsFact> ride(List<String> newRoads, List<String> newGrids, Instant now) {
        Observer moved = new Observer(
                id, name, employer, trade, newRoads, newGrids, state, passed, credential, appointedAt, reason, hidden);
        if (moved.equals(this)) {
            return Outcome.unchanged();
        }
        boolean told = isActive() && !moved.grids.equals(grids);
        return Outcome.changed(moved, told ? List.of(new ObserverFact.Moved(id, now, moved.grids)) : List.of());
    }

    /** Whether the standings show him as a number only. */
    public Outcome<Observer, PointsFact> hide(boolean hide) {
        return hide == hidden
                ? Outcome.unchanged()
                : Outcome.changed(
                        new Observer(
                                id,
                                name,
                                employer,
                                trade,
                                roads,
                                grids,
                                state,
                                passed,
                                credential,
                                appointedAt,
                                reason,
                                hide),
                        List.of());
    }

    /** The fact of an appointment. */
    public PointsFact appointed(String by, Instant now) {
        return new ObserverFact.Appointed(id, now, by, String.valueOf(credential), employer, trade, grids);
    }

    private Outcome<Observer, PointsFact> notNow() {
        return Outcome.refused("This observer is " + state.name().toLowerCase(Locale.ROOT) + ".");
    }

    private Observer with(
            State next, List<String> modules, @Nullable String number, @Nullable Instant since, @Nullable String why) {
        return new Observer(id, name, employer, trade, roads, grids, next, modules, number, since, why, hidden);
    }
}
