package io.twingrid.escalation.domain;

import io.twingrid.chassis.change.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A street light out in 铁山社区, at every stage of its way, and the people who meet it. */
public final class SampleCases {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final Duration LIMIT = Duration.ofHours(24);
    public static final Deadlines DEADLINES = new SampleDeadlines();

    public static final Staff COORDINATOR = new Staff("coordinator", false, Set.of("guankou"), null);
    public static final Staff ELSEWHERE = new Staff("coordinator-2", false, Set.of("houxi"), null);
    public static final Staff ADMIN = new Staff("admin", true, Set.of(), null);
    public static final Staff POWER = officer("power");
    public static final Staff WATER = officer("water");
    public static final Staff FIRE = officer("fire");
    public static final Staff HEALTH = officer("health");

    private static final String ID = "0199c7a2-6f3e-7d10-8a51-3c5b7e9f1a2b";

    private SampleCases() {}

    public static Staff officer(String department) {
        return new Staff("officer-" + department, false, Set.of(), department);
    }

    public static Report report() {
        return new Report(
                "20261122-7K3M9QXA",
                "01037",
                "两盏路灯不亮",
                new Location(24.611, 118.004),
                "铁山路 12 号对面",
                new Area("guankou", "tieshan", "tieshan-01"),
                List.of("photo-1"),
                new Reporter("observer-1", true),
                false,
                Priority.HIGH,
                NOON.minusSeconds(7200));
    }

    public static Escalation escalation(Instant at) {
        return new Escalation(Cause.CANNOT_SOLVE, "lead-tieshan", "线路归供电部门", at);
    }

    public static StreetCase received() {
        return StreetCase.receive(ID, report(), escalation(NOON.minusSeconds(3600)), DEADLINES);
    }

    /** At the centre again: fire has declined it. */
    public static StreetCase declined() {
        return after(after(received(), dispatchTo("fire"), COORDINATOR), new Command.Decline("非我职责"), FIRE);
    }

    /** With power, water joins in; fire had declined it before. */
    public static StreetCase dispatched() {
        return after(declined(), dispatchTo("power", "water"), COORDINATOR);
    }

    public static StreetCase accepted() {
        return after(dispatched(), new Command.Accept(), POWER);
    }

    /** Power has accepted it, nobody joins in. */
    public static StreetCase withPower() {
        return after(after(received(), dispatchTo("power"), COORDINATOR), new Command.Accept(), POWER);
    }

    /** Power has asked for more time. */
    public static StreetCase askedForMore() {
        return after(accepted(), new Command.Extend("等待配件", NOON.plus(LIMIT).plusSeconds(3600)), POWER);
    }

    /** It was accepted before. */
    public static StreetCase onHold() {
        return after(accepted(), new Command.Hold("等待管线迁改", NOON.plus(LIMIT.multipliedBy(3))), COORDINATOR);
    }

    public static StreetCase returned() {
        return after(dispatched(), new Command.Return("社区可自行更换"), COORDINATOR);
    }

    public static StreetCase resolved() {
        return after(accepted(), new Command.Resolve("已修复", List.of("photo-2")), POWER);
    }

    /** Settled by the centre, no department had it. */
    public static StreetCase settledByTheCentre() {
        return after(received(), new Command.Resolve("现场协调解决", List.of()), COORDINATOR);
    }

    public static StreetCase in(StreetState state) {
        return switch (state) {
            case RECEIVED -> declined();
            case DISPATCHED -> dispatched();
            case ACCEPTED -> accepted();
            case ON_HOLD -> onHold();
            case RETURNED -> returned();
            case RESOLVED -> resolved();
        };
    }

    public static Command.Dispatch dispatchTo(String department, String... joining) {
        return new Command.Dispatch(department, List.of(joining), null);
    }

    public static Outcome<StreetCase, StreetFact> ask(StreetCase theCase, Command command, Staff staff) {
        return theCase.ask(command, staff, NOON, DEADLINES);
    }

    /** The case after something that has to be possible. */
    public static StreetCase after(StreetCase theCase, Command command, Staff staff) {
        return changed(ask(theCase, command, staff)).after();
    }

    public static Outcome.Changed<StreetCase, StreetFact> changed(Outcome<StreetCase, StreetFact> outcome) {
        if (outcome instanceof Outcome.Changed<StreetCase, StreetFact> changed) {
            return changed;
        }
        throw new AssertionError("expected a change, got " + outcome);
    }

    /** What time does to it. */
    public static StreetFact due(StreetCase theCase, Instant now) {
        return factOf(theCase.passTime(now, DEADLINES));
    }

    /** The one fact that came of it. */
    public static StreetFact factOf(Outcome<StreetCase, StreetFact> outcome) {
        List<StreetFact> facts = changed(outcome).facts();
        if (facts.size() != 1) {
            throw new AssertionError("expected one fact, got " + facts);
        }
        return facts.getFirst();
    }

    static @Nullable String answerable(StreetCase theCase) {
        return theCase.responsibility().answerable();
    }
}
