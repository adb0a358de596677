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
            RECEIVED   | coordinator | dispatch return resolve note
            RECEIVED   | admin       | dispatch =decline return resolve note
            RECEIVED   | fire        | =decline
            DISPATCHED | coordinator | dispatch return resolve note
            DISPATCHED | admin       | dispatch accept decline return resolve note
            DISPATCHED | power       | accept decline resolve note
            DISPATCHED | water       | note
            ACCEPTED   | coordinator | dispatch return resolve note
            ACCEPTED   | admin       | dispatch =accept return resolve note
            ACCEPTED   | power       | =accept resolve note
            ACCEPTED   | water       | note
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
            boolean again =
                    theCase.receiveAgain(theCase.report(), SampleCases.escalation(SampleCases.NOON)) instanceof Changed;
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
                assertThat(changed.facts()).singleElement().isInstanceOf(factOf(verb));
                assertThat(changed.after())
                        .isEqualTo(before.after(changed.facts().getFirst()));
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

    private static Command command(Verb verb) {
        return switch (verb) {
            case DISPATCH -> SampleCases.dispatchTo("health");
            case ACCEPT -> new Command.Accept();
            case DECLINE -> new Command.Decline("非我职责");
            case RETURN -> new Command.Return("社区可自行解决");
            case RESOLVE -> new Command.Resolve("已修复", List.of());
            case NOTE -> new Command.Note("下午到场", true);
        };
    }

    private static Class<? extends StreetFact> factOf(Verb verb) {
        return switch (verb) {
            case DISPATCH -> StreetFact.Dispatched.class;
            case ACCEPT -> StreetFact.Accepted.class;
            case DECLINE -> StreetFact.Declined.class;
            case RETURN -> StreetFact.Returned.class;
            case RESOLVE -> StreetFact.Resolved.class;
            case NOTE -> StreetFact.Noted.class;
        };
    }
}
