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
                           routed              verified            assigned            on-hold    escalated  resolved         closed       rejected  merged
        verify             Verified            same                no                  no         no         no               no           no        no
        reject             Rejected            Rejected            Rejected            Rejected   no         no               no           same      no
        merge              Merged              Merged              Merged              Merged     no         no               no           no        no
        unmerge            no                  no                  no                  no         no         no               no           no        Unmerged
        transfer           Transferred+Routed  Transferred+Routed  Transferred+Routed  no         no         no               no           no        no
        assign             no                  Assigned            Assigned            no         no         no               no           no        no
        resolve            no                  Resolved            Resolved            no         no         same             no           no        no
        escalate           no                  Escalated           Escalated           Escalated  same       no               no           no        no
        hold               no                  Held                Held                same       no         no               no           no        no
        resume             no                  no                  no                  Resumed    no         no               no           no        no
        extend             no                  Extended            Extended            no         no         no               no           no        no
        approve-extension  no                  no                  no                  no         no         no               no           no        no
        decline-extension  no                  no                  no                  no         no         no               no           no        no
        note               Noted               Noted               Noted               Noted      Noted      Noted            no           no        Noted
        check              no                  no                  no                  no         no         Closed           same         no        no
        rework             no                  no                  no                  no         no         ReworkRequested  no           no        no
        reopen             no                  no                  no                  no         no         Reopened         Reopened     Reopened  no
        invalidate         no                  no                  no                  no         no         Invalidated      Invalidated  same      no
        close              no                  no                  no                  no         no         Closed           same         no        no
        """;

    private static final List<Staff> STAFF = List.of(Cases.GRID_WORKER, Cases.LEAD, Cases.COORDINATOR, Cases.ADMIN);

    /** What somebody who may ask for everything gets for a verb in a state. */
    private record Cell(CaseState state, Verb verb, String outcome) {
        String outcomeFor(Staff staff) {
            boolean onlyAsks = verb == Verb.EXTEND && staff.equals(Cases.GRID_WORKER);
            String outcomeOfAsking = onlyAsks ? outcome.replace("Extended", "ExtensionRequested") : outcome;
            return mayAsk(staff, verb) ? outcomeOfAsking : "no";
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
            case GRID_WORKER ->
                Set.of(Verb.VERIFY, Verb.RESOLVE, Verb.EXTEND, Verb.NOTE, Verb.CHECK, Verb.REWORK)
                        .contains(verb);
            case COMMUNITY_LEAD, ADMIN -> true;
            case STREET_COORDINATOR -> false;
        };
    }

    @Test
    void everyStateHasAWayOutThatSomebodyOrTimeMayTake() {
        for (CaseState state : CaseState.values()) {
            assertThat(Moves.in(state).stream().anyMatch(verb -> verb != Verb.NOTE) || state == CaseState.ESCALATED)
                    .as("a way out of %s; out of escalated leads what the street does", state.word())
                    .isTrue();
        }
    }

    private static void check(CommunityCase before, Command command, Staff staff, String expected) {
        Outcome<CommunityCase, CaseFact> outcome = before.ask(command, staff, Cases.TEN, Cases.RULES);
        Set<Verb> allowed = before.allowedTo(staff);
        switch (outcome) {
            case Changed<CommunityCase, CaseFact> changed -> {
                List<CaseFact> facts = changed.facts();
                assertThat(facts.stream().map(fact -> fact.getClass().getSimpleName()))
                        .containsExactly(expected.split("\\+", -1));
                CommunityCase rebuilt = before;
                for (CaseFact fact : facts) {
                    rebuilt = rebuilt.after(fact);
                }
                assertThat(changed.after()).isEqualTo(rebuilt);
                assertThat(changed.after().history()).hasSize(before.history().size() + facts.size());
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
            case MERGE -> new Command.Merge("another-earlier-case");
            case UNMERGE -> new Command.Unmerge();
            case TRANSFER -> new Command.Transfer("shenqing", "theirs");
            case HOLD -> new Command.Hold("later", Cases.NEXT_WEEK);
            case RESUME -> new Command.Resume();
            case EXTEND -> new Command.Extend(Cases.NEXT_WEEK, "more time");
            case APPROVE_EXTENSION -> new Command.ApproveExtension();
            case DECLINE_EXTENSION -> new Command.DeclineExtension("no");
            case CHECK -> new Command.Check(null);
            case REWORK -> new Command.Rework("not done");
            case REOPEN -> new Command.Reopen("not done after all");
            case INVALIDATE -> new Command.Invalidate("not true");
        };
    }

    private static List<Cell> table() {
        List<String[]> lines =
                TABLE.lines().map(line -> line.strip().split("\\s+", -1)).toList();
        String[] states = lines.getFirst();
        List<Cell> table = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            for (int i = 0; i < states.length; i++) {
                table.add(new Cell(CaseState.valueOf(named(states[i])), Verb.valueOf(named(line[0])), line[i + 1]));
            }
        }
        assertThat(table).hasSize(CaseState.values().length * Verb.values().length);
        return table;
    }

    private static String named(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
