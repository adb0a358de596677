package io.twingrid.triage.domain;

import static io.twingrid.triage.domain.Cases.ID;
import static io.twingrid.triage.domain.Cases.LEAD;
import static io.twingrid.triage.domain.Cases.NINE;
import static io.twingrid.triage.domain.Cases.TEN;
import static io.twingrid.triage.domain.Cases.after;
import static io.twingrid.triage.domain.Cases.changed;
import static io.twingrid.triage.domain.Cases.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommunityCaseTest {
    private static final News DISPATCHED = new News.Dispatched(TEN, "coordinator", List.of("power", "water"));
    private static final News RETURNED = new News.Returned(TEN, "coordinator", "社区可自行更换");
    private static final News RESOLVED_BY_STREET =
            new News.ResolvedByStreet(TEN, "officer-power", "更换电缆", List.of("photo-3"));
    private static final News NOT_SOLVED = new News.Feedback(TEN, "observer-1", false, "晚上又不亮了");
    private static final News SOLVED = new News.Feedback(TEN, "observer-1", true, null);

    @Test
    void aReportBecomesACaseOnTheDeskOfItsCommunity() {
        Changed<CommunityCase, CaseFact> opened =
                CommunityCase.open(ID, Cases.report(), Cases.routing(Level.COMMUNITY), NINE);

        assertThat(opened.after().state()).isEqualTo(CaseState.ROUTED);
        assertThat(opened.facts()).singleElement().isInstanceOfSatisfying(CaseFact.Routed.class, routed -> {
            assertThat(routed.area()).isEqualTo(Cases.TIESHAN);
            assertThat(routed.verifyBy()).isEqualTo(NINE.plusSeconds(4 * 3600));
        });
    }

    @Test
    void aMatterThatIsTheStreetsByItsCategoryIsRoutedAndGoesUpAtOnce() {
        Changed<CommunityCase, CaseFact> opened =
                CommunityCase.open(ID, Cases.report(), Cases.routing(Level.STREET), NINE);

        assertThat(opened.after().state()).isEqualTo(CaseState.ESCALATED);
        assertThat(opened.facts()).hasSize(2).first().isInstanceOf(CaseFact.Routed.class);
        assertThat(opened.facts().getLast()).isInstanceOfSatisfying(CaseFact.Escalated.class, up -> {
            assertThat(up.cause()).isEqualTo(Cause.CATEGORY);
            assertThat(up.by()).isEqualTo("system");
            assertThat(up.report()).isEqualTo(Cases.report());
        });
    }

    @Test
    void whatWasHandledOnTheSpotIsResolvedByVerifyingIt() {
        CommunityCase routed = Cases.opened(Cases.reportHandledOnSpot());

        Changed<CommunityCase, CaseFact> verified = changed(routed.ask(new Command.Verify(), Cases.GRID_WORKER, TEN));

        assertThat(verified.after().state()).isEqualTo(CaseState.RESOLVED);
        assertThat(verified.facts())
                .extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("Verified", "Resolved");
        assertThat(verified.after().ask(new Command.Verify(), Cases.GRID_WORKER, TEN))
                .as("asked again")
                .isEqualTo(Outcome.unchanged());
    }

    @Test
    void assigningToTheSamePersonAgainChangesNothingToAnotherDoes() {
        CommunityCase assigned = in(CaseState.ASSIGNED);
        assertThat(assigned.ask(new Command.Assign("grid-tieshan"), LEAD, TEN)).isEqualTo(Outcome.unchanged());
        assertThat(after(assigned, new Command.Assign("wang")).handler()).isEqualTo("wang");
    }

    @Test
    void theSameNoteTwiceInARowIsOneNote() {
        CommunityCase noted = after(in(CaseState.ROUTED), new Command.Note("去看了", false));
        assertThat(noted.ask(new Command.Note("去看了", false), LEAD, TEN)).isEqualTo(Outcome.unchanged());
        assertThat(changed(noted.ask(new Command.Note("去看了", true), LEAD, TEN)).facts())
                .as("now for everybody to read")
                .hasSize(1);
        assertThat(changed(noted.ask(new Command.Note("去看了", false), Cases.ADMIN, TEN))
                        .facts())
                .as("by somebody else")
                .hasSize(1);
    }

    @Test
    void whatTheStreetDispatchesStaysWithTheStreet() {
        CommunityCase dispatched =
                changed(in(CaseState.ESCALATED).hear(DISPATCHED)).after();
        assertThat(dispatched.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(dispatched.history().getLast().text()).isEqualTo("power, water");
    }

    @Test
    void whatTheStreetGivesBackIsTheCommunitysAgain() {
        CommunityCase returned = changed(in(CaseState.ESCALATED).hear(RETURNED)).after();
        assertThat(returned.state()).isEqualTo(CaseState.VERIFIED);
        assertThat(returned.allowedTo(LEAD)).contains(Verb.ASSIGN, Verb.RESOLVE, Verb.ESCALATE);
    }

    @Test
    void whatTheStreetResolvedIsResolvedWithoutAFactOfOurs() {
        Changed<CommunityCase, CaseFact> resolved =
                changed(in(CaseState.ESCALATED).hear(RESOLVED_BY_STREET));
        assertThat(resolved.after().state()).isEqualTo(CaseState.RESOLVED);
        assertThat(resolved.facts()).isEmpty();
        assertThat(resolved.after().resolution()).isEqualTo(new Resolution(Level.STREET, "更换电缆", List.of("photo-3")));
    }

    @Test
    void newsOfTheStreetAboutACaseThatItDoesNotOwnIsNoNews() {
        for (CaseState state : CaseState.values()) {
            if (state != CaseState.ESCALATED) {
                assertThat(in(state).hear(DISPATCHED)).as(state.word()).isEqualTo(Outcome.unchanged());
                assertThat(in(state).hear(RETURNED)).as(state.word()).isEqualTo(Outcome.unchanged());
                assertThat(in(state).hear(RESOLVED_BY_STREET)).as(state.word()).isEqualTo(Outcome.unchanged());
            }
        }
    }

    @Test
    void notSolvedGivesTheCaseBackToThePersonWhoResolvedIt() {
        for (CaseState state : Set.of(CaseState.RESOLVED, CaseState.CLOSED)) {
            Changed<CommunityCase, CaseFact> reopened = changed(in(state).hear(NOT_SOLVED));
            assertThat(reopened.after().state()).as(state.word()).isEqualTo(CaseState.ASSIGNED);
            assertThat(reopened.after().handler()).isEqualTo(LEAD.id());
            assertThat(reopened.after().resolution()).isNull();
            assertThat(reopened.facts())
                    .containsExactly(new CaseFact.Reopened(ID, TEN, "observer-1", Level.COMMUNITY, "晚上又不亮了"));
        }
    }

    @Test
    void notSolvedGivesTheCaseBackToTheStreetIfTheStreetResolvedIt() {
        CommunityCase resolved =
                changed(in(CaseState.ESCALATED).hear(RESOLVED_BY_STREET)).after();
        CommunityCase closed = after(resolved, new Command.Close());
        assertThat(changed(resolved.hear(NOT_SOLVED)).after().state()).isEqualTo(CaseState.ESCALATED);
        assertThat(changed(closed.hear(NOT_SOLVED)).facts())
                .singleElement()
                .isInstanceOfSatisfying(CaseFact.Reopened.class, again -> assertThat(again.level())
                        .isEqualTo(Level.STREET));
    }

    @Test
    void otherFeedbackIsWrittenDownAndMovesNothing() {
        for (CaseState state : CaseState.values()) {
            CommunityCase before = in(state);
            Changed<CommunityCase, CaseFact> heard = changed(before.hear(SOLVED));
            assertThat(heard.facts()).as(state.word()).isEmpty();
            assertThat(heard.after().state()).isEqualTo(state);
            assertThat(heard.after().history().getLast().verb()).isEqualTo("feedback");
        }
        assertThat(changed(in(CaseState.ROUTED).hear(NOT_SOLVED)).facts())
                .as("nobody said that it is")
                .isEmpty();
    }

    @Test
    void aCaseIsSeenByTheStaffOfItsGridCommunityAndStreet() {
        CommunityCase theCase = in(CaseState.ROUTED);
        for (String area : Cases.TIESHAN.ids()) {
            assertThat(theCase.isSeenBy(new Staff("x", Set.of(Role.GRID_WORKER), Set.of(area))))
                    .as(area)
                    .isTrue();
        }
        assertThat(theCase.isSeenBy(new Staff("x", Set.of(Role.COMMUNITY_LEAD), Set.of("shenqing"))))
                .isFalse();
        assertThat(theCase.isSeenBy(new Staff("x", Set.of(Role.COMMUNITY_LEAD), Set.of())))
                .isFalse();
        assertThat(theCase.isSeenBy(Cases.ADMIN)).isTrue();
    }

    @Test
    void ourFactsReadInOrderRebuildTheCase() {
        CommunityCase theCase = in(CaseState.ROUTED);
        CommunityCase rebuilt = theCase;
        List<Command> story = List.of(
                new Command.Verify(),
                new Command.Assign("wang"),
                new Command.Note("在路上", true),
                new Command.Resolve("修好了", List.of()),
                new Command.Close());
        for (Command command : story) {
            Changed<CommunityCase, CaseFact> changed = changed(theCase.ask(command, LEAD, TEN));
            theCase = changed.after();
            for (CaseFact fact : changed.facts()) {
                rebuilt = rebuilt.after(fact);
            }
        }
        assertThat(rebuilt).isEqualTo(theCase);
        assertThat(rebuilt.state()).isEqualTo(CaseState.CLOSED);
    }
}
