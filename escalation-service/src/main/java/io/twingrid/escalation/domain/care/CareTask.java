package io.twingrid.escalation.domain.care;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.escalation.domain.HistoryEntry;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.care.CareFact.Cancelled;
import io.twingrid.escalation.domain.care.CareFact.Claimed;
import io.twingrid.escalation.domain.care.CareFact.Confirmed;
import io.twingrid.escalation.domain.care.CareFact.Delivered;
import io.twingrid.escalation.domain.care.CareFact.Late;
import io.twingrid.escalation.domain.care.CareFact.Offered;
import io.twingrid.escalation.domain.care.CareFact.PickedUp;
import io.twingrid.escalation.domain.care.CareFact.Released;
import io.twingrid.escalation.domain.care.CareFact.Settled;
import io.twingrid.escalation.domain.care.CareFact.Unclaimed;
import io.twingrid.escalation.domain.care.CareMoves.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 爱心接力: one errand for a resident.
 *
 * @param address where it goes, sealed; forgotten when the task is over
 * @param code what the resident tells who hands it over, sealed; forgotten when the task is over
 * @param wrongCodes how many wrong codes were given
 * @param observerId who has claimed it, or null
 * @param told whether the centre was told that time presses, since it was offered or claimed
 */
public record CareTask(
        String id,
        CareErrand errand,
        @Nullable Sealed address,
        @Nullable Sealed code,
        int wrongCodes,
        CareState state,
        @Nullable String observerId,
        boolean told,
        List<HistoryEntry> history,
        Instant createdAt,
        Instant updatedAt) {
    public CareTask {
        history = List.copyOf(history);
    }

    /** A member of staff makes it. */
    public static CareTask make(String id, CareErrand errand, Sealed address, Sealed code, Instant now) {
        return new CareTask(
                id,
                errand,
                address,
                code,
                0,
                CareState.OPEN,
                null,
                false,
                List.of(new HistoryEntry(now, "offer", errand.maker(), null)),
                now,
                now);
    }

    /** The fact of its making. */
    public CareFact offered() {
        return new Offered(
                id,
                createdAt,
                errand.maker(),
                errand.kind(),
                errand.area(),
                errand.readyFrom(),
                errand.dueBy(),
                errand.points());
    }

    /** Somebody asks for something. Asking for what is so already changes nothing. */
    public Outcome<CareTask, CareFact> ask(CareCommand command, CarePerson who, Instant now, CareRules rules) {
        if (isSoAlready(command, who)) {
            return Outcome.unchanged();
        }
        if (!allowedTo(who).contains(command.verb())) {
            return Outcome.refused("'" + command.verb().word() + "' is not possible for you while the task is "
                    + state.word() + (state == CareState.CLAIMED && !isClaimer(who) ? " by somebody else." : "."));
        }
        return command instanceof CareCommand.Confirm confirm && !isStaff(who)
                ? confirmByCode(confirm, who, now, rules)
                : changed(factOf(command, who.id(), now));
    }

    /** When the centre is told that time presses; null if it need not be. */
    public @Nullable Instant nextDeadline(CareRules rules) {
        if (told) {
            return null;
        }
        return switch (state) {
            case OPEN -> errand.dueBy().minus(rules.unclaimedBefore());
            case CLAIMED, PICKED_UP -> errand.dueBy().minus(rules.lateBefore());
            case DELIVERED, CONFIRMED, SETTLED, CANCELLED -> null;
        };
    }

    /** What time does. */
    public Outcome<CareTask, CareFact> passTime(Instant now, CareRules rules) {
        Instant next = nextDeadline(rules);
        if (next == null || now.isBefore(next)) {
            return Outcome.unchanged();
        }
        return changed(
                state == CareState.OPEN
                        ? new Unclaimed(id, now, errand.maker(), errand.area(), errand.dueBy())
                        : new Late(id, now, errand.maker(), observer(), errand.area(), errand.dueBy()));
    }

    /** The task as it is once this has happened. */
    public CareTask after(CareFact fact) {
        return switch (fact) {
            case Offered offered -> this;
            case Claimed claimed ->
                next(fact, CareState.CLAIMED, claimed.observerId(), false, "claim", claimed.observerId());
            case Released released -> next(fact, CareState.OPEN, null, false, "release", released.observerId());
            case PickedUp picked -> next(fact, CareState.PICKED_UP, observerId, told, "pick-up", picked.observerId());
            case Delivered there -> next(fact, CareState.DELIVERED, observerId, told, "deliver", there.observerId());
            case Confirmed confirmed -> next(fact, CareState.CONFIRMED, observerId, told, "confirm", confirmed.by());
            case Unclaimed unclaimed -> next(fact, state, observerId, true, "unclaimed", StreetCase.SYSTEM);
            case Late late -> next(fact, state, observerId, true, "late", StreetCase.SYSTEM);
            case Settled settled -> next(fact, CareState.SETTLED, observerId, told, "settle", settled.by());
            case Cancelled cancelled -> next(fact, CareState.CANCELLED, observerId, told, "cancel", cancelled.by());
        };
    }

    /** Whether somebody may know of it: staff of its area, who it is offered to, and who has claimed it. */
    public boolean isSeenBy(CarePerson who) {
        return isStaff(who) || isClaimer(who) || (state == CareState.OPEN && who.ridesIn(errand.area()));
    }

    /** Whether somebody may ask to claim it; who comes too late is told so. */
    public boolean isOfferedTo(CarePerson who) {
        return who.ridesIn(errand.area());
    }

    /** The address is for who made the task and for who has claimed it, as long as it is not over. */
    public boolean showsAddressTo(CarePerson who) {
        return !state.isOver() && (isMaker(who) || isClaimer(who));
    }

    /** The code is for who made the task: he tells it to the resident. */
    public boolean showsCodeTo(CarePerson who) {
        return !state.isOver() && isMaker(who);
    }

    /** The verbs that somebody may use next. */
    public Set<CareVerb> allowedTo(CarePerson who) {
        return CareMoves.allowed(state, rolesOf(who));
    }

    private Set<Role> rolesOf(CarePerson who) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (isClaimer(who)) {
            roles.add(Role.CLAIMER);
        } else if (who.ridesIn(errand.area())) {
            roles.add(Role.OBSERVER);
        }
        if (isStaff(who)) {
            roles.add(Role.STAFF);
        }
        return roles;
    }

    /** Nobody is staff to his own errand: he would confirm himself. */
    private boolean isStaff(CarePerson who) {
        return who.isStaffOf(errand.area()) && !isClaimer(who);
    }

    private boolean isMaker(CarePerson who) {
        return errand.maker().equals(who.id());
    }

    private boolean isClaimer(CarePerson who) {
        return who.id().equals(observerId);
    }

    private boolean isSoAlready(CareCommand command, CarePerson who) {
        return switch (command.verb()) {
            case CLAIM -> state == CareState.CLAIMED && isClaimer(who);
            case RELEASE -> state == CareState.OPEN && isLast("release", who);
            case PICK_UP -> state == CareState.PICKED_UP && isClaimer(who);
            case DELIVER -> state == CareState.DELIVERED && isClaimer(who);
            case CONFIRM -> state == CareState.CONFIRMED && (isClaimer(who) || isStaff(who));
            case SETTLE -> state == CareState.SETTLED && isStaff(who);
            case CANCEL -> state == CareState.CANCELLED && isStaff(who);
        };
    }

    private boolean isLast(String verb, CarePerson who) {
        HistoryEntry last = history.getLast();
        return last.verb().equals(verb) && last.by().equals(who.id());
    }

    private Outcome<CareTask, CareFact> confirmByCode(
            CareCommand.Confirm confirm, CarePerson who, Instant now, CareRules rules) {
        if (confirm.codeIsRight() == null) {
            return Outcome.refused("'confirm' needs the resident's code, unless staff do it.");
        }
        if (wrongCodes >= rules.mostWrongCodes()) {
            return Outcome.refused("Too many wrong codes were given; staff confirm this task.");
        }
        return confirm.codeIsRight()
                ? changed(factOf(confirm, who.id(), now))
                : Outcome.changed(withWrongCode(now), List.of());
    }

    private CareFact factOf(CareCommand command, String by, Instant now) {
        return switch (command) {
            case CareCommand.Claim claim -> new Claimed(id, now, by);
            case CareCommand.Release release -> new Released(id, now, by, release.reason(), errand.area());
            case CareCommand.PickUp pickUp -> new PickedUp(id, now, by);
            case CareCommand.Deliver deliver -> new Delivered(id, now, by);
            case CareCommand.Confirm confirm -> new Confirmed(id, now, observer(), errand.points(), by);
            case CareCommand.Settle settle -> new Settled(id, now, by, observerId);
            case CareCommand.Cancel cancel -> new Cancelled(id, now, by, cancel.reason(), observerId);
        };
    }

    private String observer() {
        return requireNonNull(observerId, "nobody has claimed it");
    }

    private Outcome<CareTask, CareFact> changed(CareFact fact) {
        return Outcome.changed(after(fact), fact);
    }

    private CareTask withWrongCode(Instant now) {
        return new CareTask(
                id, errand, address, code, wrongCodes + 1, state, observerId, told, history, createdAt, now);
    }

    private CareTask next(
            CareFact fact, CareState to, @Nullable String observer, boolean centreWasTold, String verb, String by) {
        List<HistoryEntry> all = new ArrayList<>(history);
        all.add(new HistoryEntry(fact.at(), verb, by, null));
        return new CareTask(
                id,
                errand,
                to.isOver() ? null : address,
                to.isOver() ? null : code,
                wrongCodes,
                to,
                observer,
                centreWasTold,
                all,
                createdAt,
                fact.at());
    }
}
