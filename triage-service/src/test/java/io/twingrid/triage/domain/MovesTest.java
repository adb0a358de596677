package io.twingrid.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.change.Outcome.Refused;
import io.twingrid.chassis.change.Outcome.Unchanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state × every verb × every role, against the table as a person would draw it. */
class MovesTest {
    /** What comes of it for somebody who may ask for everything: the facts, {@code same} for "it is so already", or {@code no}. */
    private static final String TABLE = """
                   verify    reject    assign    resolve   escalate   note   close
        routed     Verified  Rejected  no        no        no         Noted  no
        verified   same      Rejected  Assigned  Resolved  Escalated  Noted  no
        assigned   no        Rejected  Assigned  Resolved  Escalated  Noted  no
        escalated  no        no        no        no        same       Noted  no
        resolved   no        no        no        same      no         Noted  Closed
        closed     no        no        no        no        no         no     same
        rejected   no        same      no        no        no         no     no
        """;

    private static final List<Staff> STAFF = List.of(Cases.GRID_WORKER, Cases.LEAD, Cases.COORDINATOR, Cases.ADMIN);

    /** What somebody who may ask for everything gets for a verb in a state. */
    private record Cell(CaseState state, Verb verb, String outcome) {
        String outcomeFor(Staff staff) {
            return mayAsk(staff, verb) ? outcome : "no";
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMoveIsAsTheTableHasIt() {
        return table().stream().flatMap(cell -> STAFF.stream()
                .map(staff -> DynamicTest.dynamicTest(
                        staff.id() + " asks to " + cell.verb() + " while " + cell.state() + ": "
                                + cell.outcomeFor(staff),
                        () -> check(Cases.in(cell.state()), command(cell.verb()), staff, cell.outcomeFor(staff)))));
    }

    private static boolean mayAsk(Staff staff, Verb verb) {
        return switch (staff.roles().iterator().next()) {
            case GRID_WORKER -> Set.of(Verb.VERIFY, Verb.RESOLVE, Verb.NOTE).contains(verb);
            case COMMUNITY_LEAD, ADMIN -> true;
            case STREET_COORDINATOR -> false;
        };
    }

    @Test
    void aCaseThatEndedComesBackByTheReportersWordOnly() {
        assertThat(Moves.in(CaseState.CLOSED)).isEmpty();
        assertThat(Moves.in(CaseState.REJECTED)).isEmpty();
    }

    private static void check(CommunityCase before, Command command, Staff staff, String expected) {
        Outcome<CommunityCase, CaseFact> outcome = before.ask(command, staff, Cases.TEN);
        Set<Verb> allowed = before.allowedTo(staff);
        switch (outcome) {
            case Changed<CommunityCase, CaseFact> changed -> {
                assertThat(changed.facts())
                        .extracting(fact -> fact.getClass().getSimpleName())
                        .containsExactly(expected);
                assertThat(changed.after())
                        .isEqualTo(before.after(changed.facts().getFirst()));
                assertThat(changed.after().history()).hasSize(before.history().size() + 1);
                assertThat(allowed).contains(command.verb());
            }
            case Unchanged<CommunityCase, CaseFact> same -> assertThat("same").isEqualTo(expected);
            case Refused<CommunityCase, CaseFact> refused -> {
                assertThat("no").as(refused.reason()).isEqualTo(expected);
                assertThat(refused.reason()).contains("'" + command.verb().word() + "'");
                assertThat(allowed).doesNotContain(command.verb());
            }
        }
    }

    private static Command command(Verb verb) {
        return switch (verb) {
            case VERIFY -> new Command.Verify();
            case REJECT -> new Command.Reject(RejectReason.NOT_A_PUBLIC_MATTER, null);
            case ASSIGN -> new Command.Assign("wang");
            case RESOLVE -> new Command.Resolve("done", List.of());
            case ESCALATE -> new Command.Escalate(Cause.CANNOT_SOLVE, "too hard");
            case NOTE -> new Command.Note("seen", false);
            case CLOSE -> new Command.Close();
        };
    }

    private static List<Cell> table() {
        List<String[]> lines =
                TABLE.lines().map(line -> line.strip().split("\\s+", -1)).toList();
        String[] verbs = lines.getFirst();
        List<Cell> table = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            CaseState state = CaseState.valueOf(line[0].toUpperCase(Locale.ROOT));
            for (int i = 0; i < verbs.length; i++) {
                table.add(new Cell(state, Verb.valueOf(verbs[i].toUpperCase(Locale.ROOT)), line[i + 1]));
            }
        }
        assertThat(table).hasSize(CaseState.values().length * Verb.values().length);
        return table;
    }
}
