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
import java.time.Instant;
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

        Changed<CommunityCase, CaseFact> verified =
                changed(routed.ask(new Command.Verify(), Cases.GRID_WORKER, TEN, Cases.RULES));

        assertThat(verified.after().state()).isEqualTo(CaseState.RESOLVED);
        assertThat(verified.facts())
                .extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("Verified", "Resolved");
        assertThat(verified.after().ask(new Command.Verify(), Cases.GRID_WORKER, TEN, Cases.RULES))
                .as("asked again")
                .isEqualTo(Outcome.unchanged());
    }

    @Test
    void assigningToTheSamePersonAgainChangesNothingToAnotherDoes() {
        CommunityCase assigned = in(CaseState.ASSIGNED);
        assertThat(assigned.ask(new Command.Assign("grid-tieshan"), LEAD, TEN, Cases.RULES))
                .isEqualTo(Outcome.unchanged());
        assertThat(after(assigned, new Command.Assign("wang")).handler()).isEqualTo("wang");
    }

    @Test
    void theSameNoteTwiceInARowIsOneNote() {
        CommunityCase noted = after(in(CaseState.ROUTED), new Command.Note("去看了", false));
        assertThat(noted.ask(new Command.Note("去看了", false), LEAD, TEN, Cases.RULES))
                .isEqualTo(Outcome.unchanged());
        assertThat(changed(noted.ask(new Command.Note("去看了", true), LEAD, TEN, Cases.RULES))
                        .facts())
                .as("now for everybody to read")
                .hasSize(1);
        assertThat(changed(noted.ask(new Command.Note("去看了", false), Cases.ADMIN, TEN, Cases.RULES))
                        .facts())
                .as("by somebody else")
                .hasSize(1);
    }

    @Test
    void whatTheStreetDispatchesStaysWithTheStreet() {
        CommunityCase dispatched =
                changed(in(CaseState.ESCALATED).hear(DISPATCHED, Cases.RULES)).after();
        assertThat(dispatched.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(dispatched.history().getLast().text()).isEqualTo("power, water");
    }

    @Test
    void whatTheStreetGivesBackIsTheCommunitysAgain() {
        CommunityCase returned =
                changed(in(CaseState.ESCALATED).hear(RETURNED, Cases.RULES)).after();
        assertThat(returned.state()).isEqualTo(CaseState.VERIFIED);
        assertThat(returned.allowedTo(LEAD)).contains(Verb.ASSIGN, Verb.RESOLVE, Verb.ESCALATE);
    }

    @Test
    void whatTheStreetResolvedIsResolvedWithoutAFactOfOurs() {
        Changed<CommunityCase, CaseFact> resolved =
                changed(in(CaseState.ESCALATED).hear(RESOLVED_BY_STREET, Cases.RULES));
        assertThat(resolved.after().state()).isEqualTo(CaseState.RESOLVED);
        assertThat(resolved.facts()).isEmpty();
        assertThat(resolved.after().resolution())
                .isEqualTo(new Resolution(Level.STREET, TEN, "更换电缆", List.of("photo-3")));
    }

    @Test
    void newsOfTheStreetAboutACaseThatItDoesNotOwnIsNoNews() {
        for (CaseState state : CaseState.values()) {
            if (state != CaseState.ESCALATED) {
                assertThat(in(state).hear(DISPATCHED, Cases.RULES))
                        .as(state.word())
                        .isEqualTo(Outcome.unchanged());
                assertThat(in(state).hear(RETURNED, Cases.RULES))
                        .as(state.word())
                        .isEqualTo(Outcome.unchanged());
                assertThat(in(state).hear(RESOLVED_BY_STREET, Cases.RULES))
                        .as(state.word())
                        .isEqualTo(Outcome.unchanged());
            }
        }
    }

    @Test
    void notSolvedGivesTheCaseBackToThePersonWhoResolvedIt() {
        for (CaseState state : Set.of(CaseState.RESOLVED, CaseState.CLOSED)) {
            Changed<CommunityCase, CaseFact> reopened = changed(in(state).hear(NOT_SOLVED, Cases.RULES));
            assertThat(reopened.after().state()).as(state.word()).isEqualTo(CaseState.ASSIGNED);
            assertThat(reopened.after().handler()).isEqualTo(LEAD.id());
            assertThat(reopened.after().resolution()).isNull();
            assertThat(reopened.facts())
                    .containsExactly(new CaseFact.Reopened(
                            ID, TEN, "observer-1", Level.COMMUNITY, "晚上又不亮了", TEN.plusSeconds(24 * 3600)));
        }
    }

    @Test
    void notSolvedGivesTheCaseBackToTheStreetIfTheStreetResolvedIt() {
        CommunityCase resolved = changed(in(CaseState.ESCALATED).hear(RESOLVED_BY_STREET, Cases.RULES))
                .after();
        CommunityCase closed = after(resolved, new Command.Close());
        assertThat(changed(resolved.hear(NOT_SOLVED, Cases.RULES)).after().state())
                .isEqualTo(CaseState.ESCALATED);
        assertThat(changed(closed.hear(NOT_SOLVED, Cases.RULES)).facts())
                .singleElement()
                .isInstanceOfSatisfying(CaseFact.Reopened.class, again -> assertThat(again.level())
                        .isEqualTo(Level.STREET));
    }

    @Test
    void otherFeedbackIsWrittenDownAndMovesNothing() {
        for (CaseState state : CaseState.values()) {
            CommunityCase before = in(state);
            Changed<CommunityCase, CaseFact> heard = changed(before.hear(SOLVED, Cases.RULES));
            assertThat(heard.facts()).as(state.word()).isEmpty();
            assertThat(heard.after().state()).isEqualTo(state);
            assertThat(heard.after().history().getLast().verb()).isEqualTo("feedback");
        }
        assertThat(changed(in(CaseState.ROUTED).hear(NOT_SOLVED, Cases.RULES)).facts())
                .as("nobody said that it is")
                .isEmpty();
    }

    @Test
    void whatTheStreetGivesBackHasItsTimeAnew() {
        CommunityCase returned =
                changed(in(CaseState.ESCALATED).hear(RETURNED, Cases.RULES)).after();
        assertThat(returned.resolve().by()).isEqualTo(TEN.plusSeconds(24 * 3600));
        assertThat(returned.light()).isEqualTo(Light.GREEN);
    }

    @Test
    void aClockStandsStillWhileACaseIsOnHold() {
        CommunityCase held = in(CaseState.ON_HOLD);
        CommunityCase resumed = changed(held.ask(new Command.Resume(), LEAD, TEN.plusSeconds(3600), Cases.RULES))
                .after();
        assertThat(resumed.state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(resumed.handler()).isEqualTo("grid-tieshan");
        assertThat(resumed.resolve().by()).isEqualTo(held.resolve().by().plusSeconds(3600));
    }

    @Test
    void moreTimeIsAskedForByTheWorkerAndGivenByTheLead() {
        Instant until = NINE.plusSeconds(48 * 3600);
        CommunityCase asked = changed(in(CaseState.ASSIGNED)
                        .ask(new Command.Extend(until, "等车"), Cases.GRID_WORKER, TEN, Cases.RULES))
                .after();
        assertThat(asked.wish()).isEqualTo(new Wish("grid-tieshan", until, "等车"));
        assertThat(asked.allowedTo(LEAD)).contains(Verb.APPROVE_EXTENSION, Verb.DECLINE_EXTENSION);
        assertThat(asked.allowedTo(Cases.GRID_WORKER)).doesNotContain(Verb.APPROVE_EXTENSION);
        assertThat(asked.ask(new Command.Extend(until, "等车"), Cases.GRID_WORKER, TEN, Cases.RULES))
                .isEqualTo(Outcome.unchanged());

        CommunityCase given = after(asked, new Command.ApproveExtension());
        assertThat(given.resolve().by()).isEqualTo(until);
        assertThat(given.wish()).isNull();
        CommunityCase refused = after(asked, new Command.DeclineExtension("不必"));
        assertThat(refused.resolve()).isEqualTo(asked.resolve());
        assertThat(refused.wish()).isNull();
    }

    @Test
    void moreTimeIsNotGivenOnceTheTimeIsOverNorIfItIsLess() {
        CommunityCase assigned = in(CaseState.ASSIGNED);
        Instant by = assigned.resolve().by();
        assertThat(assigned.ask(new Command.Extend(by.plusSeconds(60), "x"), LEAD, by, Cases.RULES))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(assigned.ask(new Command.Extend(by.minusSeconds(60), "x"), LEAD, TEN, Cases.RULES))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(assigned.ask(new Command.Hold("x", TEN), LEAD, TEN, Cases.RULES))
                .as("a review date that does not lie ahead")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void anotherCommunityHasATransferredCaseFromTheBeginning() {
        CommunityCase assigned = in(CaseState.ASSIGNED);
        CommunityCase moved = after(assigned, new Command.Transfer("shenqing", "在深青"));
        assertThat(moved.state()).isEqualTo(CaseState.ROUTED);
        assertThat(moved.area().grid()).isEqualTo("shenqing-02");
        assertThat(moved.handler()).isNull();
        assertThat(moved.verify().by()).isEqualTo(TEN.plusSeconds(4 * 3600));
        assertThat(moved.resolve().by())
                .as("the reporter has waited since")
                .isEqualTo(assigned.resolve().by());
        assertThat(assigned.ask(new Command.Transfer("atlantis", "x"), LEAD, TEN, Cases.RULES))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(assigned.ask(new Command.Transfer("tieshan", "x"), LEAD, TEN, Cases.RULES))
                .isEqualTo(Outcome.unchanged());
    }

    @Test
    void aMergedCaseGoesBackToWhereItWasWithTheTimeThatItHad() {
        CommunityCase verified = in(CaseState.VERIFIED);
        CommunityCase merged = after(verified, new Command.Merge("an-earlier-case"));
        CommunityCase apart = changed(merged.ask(new Command.Unmerge(), LEAD, TEN.plusSeconds(60), Cases.RULES))
                .after();
        assertThat(apart.state()).isEqualTo(CaseState.VERIFIED);
        assertThat(apart.resolve().by()).isEqualTo(verified.resolve().by().plusSeconds(60));
    }

    @Test
    void theEarlierCaseTakesOverPeopleAndPhotosAndGivesTheReportBack() {
        Joined later = new Joined("later", new Reporter("observer-2", true), List.of("photo-7"), List.of("wang"));
        CommunityCase before = in(CaseState.ASSIGNED);
        Changed<CommunityCase, CaseFact> joined =
                changed(before.hear(new News.Joins(TEN, "lead-tieshan", later), Cases.RULES));
        assertThat(joined.facts()).containsExactly(new CaseFact.LaterJoined(ID, TEN, "lead-tieshan", later));
        assertThat(joined.after().supporters()).containsExactly("wang");
        assertThat(joined.after().allPhotos()).contains("photo-1", "photo-7");
        assertThat(joined.after().hear(new News.Joins(TEN, "lead-tieshan", later), Cases.RULES))
                .isEqualTo(Outcome.unchanged());
        CommunityCase parted = changed(joined.after().hear(new News.Parts(TEN, "lead-tieshan", "later"), Cases.RULES))
                .after();
        assertThat(parted.joined()).isEmpty();
        assertThat(parted.hear(new News.Parts(TEN, "lead-tieshan", "later"), Cases.RULES))
                .isEqualTo(Outcome.unchanged());
    }

    @Test
    void onlyAnEarlierCaseThatIsOpenTakesAnotherIn() {
        CommunityCase earlier = in(CaseState.ASSIGNED);
        Report report = Cases.report();
        CommunityCase later = CommunityCase.open("1-later", report, Cases.routing(Level.COMMUNITY), NINE)
                .after();
        assertThat(earlier.whyNotTake(later)).isNull();
        assertThat(later.whyNotTake(earlier)).contains("The earlier case is kept");
        assertThat(in(CaseState.RESOLVED).whyNotTake(later)).contains("is resolved");
    }

    @Test
    void aCheckThatFailsGivesTheCaseBackToWhoeverResolvedIt() {
        CommunityCase again = changed(
                        in(CaseState.RESOLVED).ask(new Command.Rework("只修好一盏"), Cases.GRID_WORKER, TEN, Cases.RULES))
                .after();
        assertThat(again.state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(again.track().reworks()).isEqualTo(1);
        CommunityCase street = changed(changed(in(CaseState.ESCALATED).hear(RESOLVED_BY_STREET, Cases.RULES))
                        .after()
                        .ask(new Command.Rework("没修好"), LEAD, TEN, Cases.RULES))
                .after();
        assertThat(street.state()).isEqualTo(CaseState.ESCALATED);
        assertThat(street.owner()).isEqualTo(Level.STREET);
    }

    @Test
    void eachSupporterCountsOnce() {
        News too = new News.Supported(TEN, "wang");
        CommunityCase supported =
                changed(in(CaseState.ROUTED).hear(too, Cases.RULES)).after();
        assertThat(supported.supporters()).containsExactly("wang");
        assertThat(supported.hear(too, Cases.RULES)).isEqualTo(Outcome.unchanged());
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
            Changed<CommunityCase, CaseFact> changed = changed(theCase.ask(command, LEAD, TEN, Cases.RULES));
            theCase = changed.after();
            for (CaseFact fact : changed.facts()) {
                rebuilt = rebuilt.after(fact);
            }
        }
        assertThat(rebuilt).isEqualTo(theCase);
        assertThat(rebuilt.state()).isEqualTo(CaseState.CLOSED);
    }
}
