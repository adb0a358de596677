package io.twingrid.escalation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.change.Outcome.Refused;
import io.twingrid.chassis.change.Outcome.Unchanged;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state × every verb × everybody. */
class MovesTest {
    private static final Map<String, Staff> PEOPLE = Map.of(
            "coordinator", SampleCases.COORDINATOR,
            "elsewhere", SampleCases.ELSEWHERE,
            "admin", SampleCases.ADMIN,
            "power", SampleCases.POWER,
            "water", SampleCases.WATER,
            "fire", SampleCases.FIRE,
            "health", SampleCases.HEALTH);

    /**
     * What each may do in each state; {@code =verb} asks for what is so already, anything else is refused. Power leads and
     * water joins from DISPATCHED on; fire has declined before; health and elsewhere have nothing to do with it.
     */
    private static final String MATRIX = """
            RECEIVED   | coordinator | dispatch return hold resolve note
            RECEIVED   | admin       | dispatch =decline return hold resolve note
            RECEIVED   | fire        | =decline
            DISPATCHED | coordinator | dispatch urge return hold extend resolve note
            DISPATCHED | admin       | dispatch accept decline urge return hold extend resolve note
            DISPATCHED | power       | accept decline extend resolve note
            DISPATCHED | water       | report-in note
            ACCEPTED   | coordinator | dispatch urge return hold extend resolve note
            ACCEPTED   | admin       | dispatch =accept urge return hold extend resolve note
            ACCEPTED   | power       | =accept extend resolve note
            ACCEPTED   | water       | report-in note
            ON_HOLD    | coordinator | =hold resume return resolve note
            ON_HOLD    | admin       | =hold resume return resolve note
            ON_HOLD    | power       | resolve note
            ON_HOLD    | water       | note
            RETURNED   | coordinator | =return
            RETURNED   | admin       | =return
            RESOLVED   | coordinator | =resolve note
            RESOLVED   | admin       | =resolve note
            RESOLVED   | power       | =resolve note
            RESOLVED   | water       | note
            """;

    private static final Map<String, Set<String>> EXPECTED = MATRIX.lines()
            .map(line -> line.split("\\|"))
            .collect(Collectors.toMap(
                    cells -> cells[0].strip() + " " + cells[1].strip(),
                    cells -> Set.of(cells[2].strip().split(" "))));

    @TestFactory
    Stream<DynamicTest> everyMoveIsAsTheMatrixSays() {
        return Arrays.stream(StreetState.values())
                .flatMap(state -> PEOPLE.keySet().stream().flatMap(person -> Arrays.stream(Verb.values())
                        .map(verb -> dynamicTest(
                                state + ": " + person + " asks to " + verb.word(),
                                () -> everythingIsAsTheMatrixSays(state, person, verb)))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOfferedIsWhatIsPossible() {
        return Arrays.stream(StreetState.values()).flatMap(state -> PEOPLE.entrySet().stream()
                .map(person -> dynamicTest(state + ": what " + person.getKey() + " may do next", () -> {
                    Set<String> expected = expected(state, person.getKey()).stream()
                            .filter(verb -> !verb.startsWith("="))
                            .collect(Collectors.toSet());
                    assertThat(SampleCases.in(state).allowedTo(person.getValue()))
                            .extracting(Verb::word)
                            .containsExactlyInAnyOrderElementsOf(expected);
                })));
    }

    @Test
    void everyStateHasAWayOut() {
        EnumSet<StreetState> byFacts = EnumSet.noneOf(StreetState.class);
        for (StreetState state : StreetState.values()) {
            StreetCase theCase = SampleCases.in(state);
            boolean again = theCase.receiveAgain(
                            theCase.report(), SampleCases.escalation(SampleCases.NOON), SampleCases.DEADLINES)
                    instanceof Changed;
            if (again) {
                byFacts.add(state);
            }
            assertThat(again || Moves.in(state).contains(Verb.RESOLVE))
                    .as(state.word())
                    .isTrue();
        }
        assertThat(byFacts).containsExactlyInAnyOrder(StreetState.RETURNED, StreetState.RESOLVED);
    }

    private static void everythingIsAsTheMatrixSays(StreetState state, String person, Verb verb) {
        Set<String> expected = expected(state, person);
        StreetCase before = SampleCases.in(state);
        switch (SampleCases.ask(before, command(verb), staff(person))) {
            case Changed<StreetCase, StreetFact> changed -> {
                assertThat(expected).as("what may change something").contains(verb.word());
                assertThat(changed.facts())
                        .singleElement()
                        .isInstanceOf(
                                verb == Verb.EXTEND && person.equals("power")
                                        ? StreetFact.ExtensionRequested.class
                                        : factOf(verb));
                assertThat(changed.after())
                        .isEqualTo(before.after(changed.facts().getFirst(), SampleCases.DEADLINES));
            }
            case Unchanged<StreetCase, StreetFact> same ->
                assertThat(expected).as("what may be so already").contains("=" + verb.word());
            case Refused<StreetCase, StreetFact> refused -> {
                assertThat(expected).doesNotContain(verb.word(), "=" + verb.word());
                assertThat(refused.reason()).contains("'" + verb.word() + "'");
            }
        }
    }

    private static Set<String> expected(StreetState state, String person) {
        return EXPECTED.getOrDefault(state + " " + person, Set.of());
    }

    private static Staff staff(String person) {
        return java.util.Objects.requireNonNull(PEOPLE.get(person));
    }

    @Test
    void whoHasAskedForMoreTimeGetsAnAnswer() {
        assertThat(SampleCases.askedForMore().allowedTo(SampleCases.COORDINATOR))
                .contains(Verb.APPROVE_EXTENSION, Verb.DECLINE_EXTENSION);
        assertThat(SampleCases.askedForMore().allowedTo(SampleCases.POWER))
                .doesNotContain(Verb.APPROVE_EXTENSION, Verb.DECLINE_EXTENSION);
        for (Verb verb : List.of(Verb.APPROVE_EXTENSION, Verb.DECLINE_EXTENSION)) {
            assertThat(SampleCases.factOf(
                            SampleCases.ask(SampleCases.askedForMore(), command(verb), SampleCases.COORDINATOR)))
                    .isInstanceOf(factOf(verb));
        }
    }

    private static Command command(Verb verb) {
        return switch (verb) {
            case DISPATCH -> SampleCases.dispatchTo("health");
            case ACCEPT -> new Command.Accept();
            case REPORT_IN -> new Command.ReportIn();
            case DECLINE -> new Command.Decline("非我职责");
            case URGE -> new Command.Urge();
            case RETURN -> new Command.Return("社区可自行解决");
            case HOLD -> new Command.Hold("等待管线迁改", SampleCases.NOON.plus(SampleCases.LIMIT.multipliedBy(3)));
            case RESUME -> new Command.Resume();
            case EXTEND -> new Command.Extend("等待配件", SampleCases.NOON.plus(SampleCases.LIMIT.multipliedBy(2)));
            case APPROVE_EXTENSION -> new Command.ApproveExtension();
            case DECLINE_EXTENSION -> new Command.DeclineExtension("配件已到");
            case RESOLVE -> new Command.Resolve("已修复", List.of());
            case NOTE -> new Command.Note("下午到场", true);
        };
    }

    /** By an officer, extending is asking; the coordinator gives it. */
    private static Class<? extends StreetFact> factOf(Verb verb) {
        return switch (verb) {
            case DISPATCH -> StreetFact.Dispatched.class;
            case ACCEPT -> StreetFact.Accepted.class;
            case REPORT_IN -> StreetFact.ReportedIn.class;
            case DECLINE -> StreetFact.Declined.class;
            case URGE -> StreetFact.Urged.class;
            case RETURN -> StreetFact.Returned.class;
            case HOLD -> StreetFact.Held.class;
            case RESUME -> StreetFact.Resumed.class;
            case EXTEND, APPROVE_EXTENSION -> StreetFact.Extended.class;
            case DECLINE_EXTENSION -> StreetFact.ExtensionDeclined.class;
            case RESOLVE -> StreetFact.Resolved.class;
            case NOTE -> StreetFact.Noted.class;
        };
    }
}
