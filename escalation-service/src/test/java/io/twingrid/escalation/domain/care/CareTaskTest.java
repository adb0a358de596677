package io.twingrid.escalation.domain.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.change.Outcome.Refused;
import io.twingrid.chassis.change.Outcome.Unchanged;
import io.twingrid.escalation.domain.Area;
import io.twingrid.escalation.domain.care.CareFact.Confirmed;
import io.twingrid.escalation.domain.care.CareFact.Late;
import io.twingrid.escalation.domain.care.CareFact.Unclaimed;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CareTaskTest {
    private static final Instant NINE = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant NOON = NINE.plus(Duration.ofHours(3));
    private static final Area HERE = new Area("guankou", "tieshan", "tieshan-01");
    private static final CareRules RULES = new CareRules(Duration.ofHours(1), Duration.ofMinutes(15), 2);
    private static final Sealed SEALED = new Sealed("k", "text");

    private static final CarePerson MAKER = new CarePerson("lead-tieshan", false, Set.of("tieshan"), Set.of());
    private static final CarePerson COLLEAGUE = new CarePerson("grid-tieshan", false, Set.of("tieshan"), Set.of());
    private static final CarePerson CLAIMER = new CarePerson("observer-1", false, Set.of(), Set.of("tieshan-01"));
    private static final CarePerson NEAR = new CarePerson("observer-2", false, Set.of(), Set.of("tieshan-01"));
    private static final CarePerson FAR =
            new CarePerson("observer-3", false, Set.of(), Set.of("shenqing-01", "tieshan-02"));
    private static final CarePerson ELSEWHERE = new CarePerson("lead-shenqing", false, Set.of("shenqing"), Set.of());
    private static final Map<String, CarePerson> PEOPLE = Map.of(
            "maker", MAKER, "staff", COLLEAGUE, "claimer", CLAIMER, "near", NEAR, "far", FAR, "elsewhere", ELSEWHERE);

    /** What each may do; {@code =verb} asks for what is so already; confirm by the claimer is with the right code. */
    private static final Map<String, Set<String>> EXPECTED = """
            OPEN      | maker   | settle cancel
            OPEN      | staff   | settle cancel
            OPEN      | claimer | claim
            OPEN      | near    | claim
            CLAIMED   | maker   | settle cancel
            CLAIMED   | staff   | settle cancel
            CLAIMED   | claimer | =claim release pick-up
            PICKED_UP | maker   | settle cancel
            PICKED_UP | staff   | settle cancel
            PICKED_UP | claimer | release =pick-up deliver
            DELIVERED | maker   | confirm settle cancel
            DELIVERED | staff   | confirm settle cancel
            DELIVERED | claimer | =deliver confirm
            CONFIRMED | maker   | =confirm
            CONFIRMED | staff   | =confirm
            CONFIRMED | claimer | =confirm
            SETTLED   | maker   | =settle
            SETTLED   | staff   | =settle
            CANCELLED | maker   | =cancel
            CANCELLED | staff   | =cancel
            """.lines().map(line -> line.split("\\|")).collect(
            Collectors.toMap(
                    cells -> cells[0].strip() + " " + cells[1].strip(),
                    cells -> Set.of(cells[2].strip().split(" "))));

    @TestFactory
    Stream<DynamicTest> everyMoveIsAsTheMatrixSays() {
        return Arrays.stream(CareState.values())
                .flatMap(state -> PEOPLE.keySet().stream().flatMap(person -> Arrays.stream(CareVerb.values())
                        .map(verb -> dynamicTest(
                                state + ": " + person + " asks to " + verb.word(),
                                () -> isAsTheMatrixSays(state, person, verb)))));
    }

    private static void isAsTheMatrixSays(CareState state, String person, CareVerb verb) {
        Set<String> expected = EXPECTED.getOrDefault(state + " " + person, Set.of());
        CarePerson who = Objects.requireNonNull(PEOPLE.get(person));
        switch (in(state).ask(command(verb), who, NINE, RULES)) {
            case Changed<CareTask, CareFact> changed -> {
                assertThat(expected).contains(verb.word());
                assertThat(changed.facts()).hasSize(1);
            }
            case Unchanged<CareTask, CareFact> same -> assertThat(expected).contains("=" + verb.word());
            case Refused<CareTask, CareFact> refused ->
                assertThat(expected).doesNotContain(verb.word(), "=" + verb.word());
        }
    }

    @Test
    void theAddressIsForItsMakerAndTheOneWhoClaimedItWhileItIsNotOver() {
        for (CareState state : CareState.values()) {
            CareTask task = in(state);
            boolean open = !state.isOver();
            boolean claimed = open && state != CareState.OPEN;
            assertThat(task.showsAddressTo(MAKER)).as("%s: its maker", state).isEqualTo(open);
            assertThat(task.showsAddressTo(CLAIMER))
                    .as("%s: who claimed it", state)
                    .isEqualTo(claimed);
            assertThat(List.of(COLLEAGUE, NEAR, FAR, ELSEWHERE)).noneMatch(task::showsAddressTo);
            assertThat(List.of(COLLEAGUE, CLAIMER, NEAR)).noneMatch(task::showsCodeTo);
            assertThat(task.address() == null).as("%s: forgotten", state).isEqualTo(state.isOver());
        }
    }

    @Test
    void itIsSeenByStaffByThoseItIsOfferedToAndByWhoClaimedIt() {
        assertThat(List.of(MAKER, COLLEAGUE, CLAIMER, NEAR)).allMatch(in(CareState.OPEN)::isSeenBy);
        assertThat(List.of(FAR, ELSEWHERE)).noneMatch(in(CareState.OPEN)::isSeenBy);
        assertThat(in(CareState.CLAIMED).isSeenBy(CLAIMER)).isTrue();
        assertThat(in(CareState.CLAIMED).isSeenBy(NEAR)).isFalse();
    }

    @Test
    void nobodyConfirmsHisOwnErrandAsStaff() {
        CarePerson both = new CarePerson("observer-1", true, Set.of("tieshan"), Set.of("tieshan-01"));

        assertThat(in(CareState.DELIVERED).ask(new CareCommand.Confirm(null), both, NINE, RULES))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aConfirmationCarriesWhatACreditNeeds() {
        CareFact fact = changed(in(CareState.DELIVERED).ask(new CareCommand.Confirm(true), CLAIMER, NINE, RULES))
                .facts()
                .getFirst();

        assertThat(fact).isEqualTo(new Confirmed("task", NINE, "observer-1", 10, "observer-1"));
    }

    @Test
    void afterTooManyWrongCodesOnlyStaffConfirm() {
        CareTask task = in(CareState.DELIVERED);
        for (int i = 0; i < RULES.mostWrongCodes(); i++) {
            Changed<CareTask, CareFact> wrong = changed(task.ask(new CareCommand.Confirm(false), CLAIMER, NINE, RULES));
            assertThat(wrong.facts()).isEmpty();
            task = wrong.after();
        }

        assertThat(task.ask(new CareCommand.Confirm(true), CLAIMER, NINE, RULES))
                .isInstanceOf(Refused.class);
        assertThat(task.ask(new CareCommand.Confirm(null), COLLEAGUE, NINE, RULES))
                .isInstanceOf(Changed.class);
    }

    @Test
    void theCentreIsToldInTimeThatNobodyComes() {
        CareTask open = in(CareState.OPEN);
        Instant told = NOON.minus(RULES.unclaimedBefore());

        assertThat(open.passTime(told.minusMillis(1), RULES)).isEqualTo(Outcome.unchanged());
        Changed<CareTask, CareFact> changed = changed(open.passTime(told, RULES));
        assertThat(changed.facts()).containsExactly(new Unclaimed("task", told, "lead-tieshan", HERE, NOON));
        assertThat(changed.after().nextDeadline(RULES)).as("once").isNull();
        CareTask claimed = changed(changed.after().ask(new CareCommand.Claim(), CLAIMER, told, RULES))
                .after();
        assertThat(claimed.nextDeadline(RULES)).isEqualTo(NOON.minus(RULES.lateBefore()));
    }

    @Test
    void theCentreIsToldInTimeThatItIsLate() {
        Instant told = NOON.minus(RULES.lateBefore());

        assertThat(changed(in(CareState.PICKED_UP).passTime(told, RULES)).facts())
                .containsExactly(new Late("task", told, "lead-tieshan", "observer-1", HERE, NOON));
        assertThat(in(CareState.DELIVERED).nextDeadline(RULES)).isNull();
    }

    private static CareTask in(CareState state) {
        CareErrand errand = new CareErrand(CareKind.MEDICINE, "取药", HERE, NINE, NOON, 10, "lead-tieshan");
        CareTask open = CareTask.make("task", errand, SEALED, SEALED, NINE);
        return switch (state) {
            case OPEN -> open;
            case CLAIMED -> after(open, new CareCommand.Claim(), CLAIMER);
            case PICKED_UP -> after(in(CareState.CLAIMED), new CareCommand.PickUp(), CLAIMER);
            case DELIVERED -> after(in(CareState.PICKED_UP), new CareCommand.Deliver(), CLAIMER);
            case CONFIRMED -> after(in(CareState.DELIVERED), new CareCommand.Confirm(null), MAKER);
            case SETTLED -> after(open, new CareCommand.Settle(), MAKER);
            case CANCELLED -> after(open, new CareCommand.Cancel("家属已送达"), MAKER);
        };
    }

    private static CareCommand command(CareVerb verb) {
        return switch (verb) {
            case CLAIM -> new CareCommand.Claim();
            case RELEASE -> new CareCommand.Release("车辆故障");
            case PICK_UP -> new CareCommand.PickUp();
            case DELIVER -> new CareCommand.Deliver();
            case CONFIRM -> new CareCommand.Confirm(true);
            case SETTLE -> new CareCommand.Settle();
            case CANCEL -> new CareCommand.Cancel("家属已送达");
        };
    }

    private static CareTask after(CareTask task, CareCommand command, CarePerson who) {
        return changed(task.ask(command, who, NINE, RULES)).after();
    }

    private static Changed<CareTask, CareFact> changed(Outcome<CareTask, CareFact> outcome) {
        if (outcome instanceof Changed<CareTask, CareFact> changed) {
            return changed;
        }
        throw new AssertionError("expected a change, got " + outcome);
    }
}
