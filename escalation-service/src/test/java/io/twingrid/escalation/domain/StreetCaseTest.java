package io.twingrid.escalation.domain;

import static io.twingrid.escalation.domain.SampleCases.COORDINATOR;
import static io.twingrid.escalation.domain.SampleCases.DEADLINES;
import static io.twingrid.escalation.domain.SampleCases.FIRE;
import static io.twingrid.escalation.domain.SampleCases.HEALTH;
import static io.twingrid.escalation.domain.SampleCases.LIMIT;
import static io.twingrid.escalation.domain.SampleCases.NOON;
import static io.twingrid.escalation.domain.SampleCases.POWER;
import static io.twingrid.escalation.domain.SampleCases.WATER;
import static io.twingrid.escalation.domain.SampleCases.after;
import static io.twingrid.escalation.domain.SampleCases.answerable;
import static io.twingrid.escalation.domain.SampleCases.ask;
import static io.twingrid.escalation.domain.SampleCases.changed;
import static io.twingrid.escalation.domain.SampleCases.dispatchTo;
import static io.twingrid.escalation.domain.SampleCases.factOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreetCaseTest {
    private static final Outcome<StreetCase, StreetFact> UNCHANGED = Outcome.unchanged();
    private static final HistoryEntry REWORK = new HistoryEntry(NOON, "rework", "grid-tieshan", "仍有一盏不亮");

    @Test
    void aDispatchGivesTheCategorysOwnLimit() {
        StreetFact fact = factOf(ask(SampleCases.received(), dispatchTo("power", "water"), COORDINATOR));

        assertThat(fact)
                .isEqualTo(new StreetFact.Dispatched(
                        SampleCases.received().id(),
                        NOON,
                        "coordinator",
                        "power",
                        List.of("water"),
                        NOON.plus(LIMIT),
                        true));
    }

    @Test
    void aDispatchMaySetItsOwnLimit() {
        Instant tomorrow = NOON.plusSeconds(3600);

        StreetFact fact =
                factOf(ask(SampleCases.received(), new Command.Dispatch("power", List.of(), tomorrow), COORDINATOR));

        assertThat(fact).extracting("dueBy").isEqualTo(tomorrow);
    }

    @Test
    void theSameDispatchAgainChangesNothing() {
        assertThat(ask(SampleCases.dispatched(), dispatchTo("power", "water"), COORDINATOR))
                .isEqualTo(UNCHANGED);
        assertThat(ask(SampleCases.accepted(), dispatchTo("power", "water"), COORDINATOR))
                .isEqualTo(UNCHANGED);
    }

    @Test
    void aDispatchOnOtherTermsIsANewOne() {
        assertThat(ask(SampleCases.accepted(), dispatchTo("power"), COORDINATOR))
                .isInstanceOf(Changed.class);
        assertThat(ask(
                        SampleCases.dispatched(),
                        new Command.Dispatch("power", List.of("water"), NOON.plusSeconds(60)),
                        COORDINATOR))
                .isInstanceOf(Changed.class);
    }

    @Test
    void theSameNoteAgainChangesNothing() {
        StreetCase noted = after(SampleCases.accepted(), new Command.Note("下午到场", false), POWER);

        assertThat(ask(noted, new Command.Note("下午到场", false), POWER)).isEqualTo(UNCHANGED);
        assertThat(ask(noted, new Command.Note("下午到场", false), COORDINATOR)).isInstanceOf(Changed.class);
        assertThat(ask(noted, new Command.Note("已到场", false), POWER)).isInstanceOf(Changed.class);
    }

    @Test
    void theFirstReceiverStaysAnswerableUntilAnotherHasAccepted() {
        assertThat(answerable(SampleCases.received())).isNull();
        assertThat(answerable(SampleCases.declined())).isEqualTo("fire");
        assertThat(answerable(SampleCases.dispatched())).isEqualTo("fire");
        assertThat(answerable(SampleCases.accepted())).isEqualTo("power");
        assertThat(answerable(after(SampleCases.accepted(), dispatchTo("health"), COORDINATOR)))
                .isEqualTo("power");
    }

    @Test
    void whoResolvesItWithoutAWordAnswersForIt() {
        StreetCase resolved = after(SampleCases.dispatched(), new Command.Resolve("已修复", List.of()), POWER);

        assertThat(answerable(resolved)).isEqualTo("power");
    }

    @Test
    void nobodyAtTheStreetAnswersForWhatTheCommunityHasAgain() {
        assertThat(answerable(SampleCases.returned())).isNull();
        assertThat(SampleCases.returned().responsibility().departments()).isEmpty();
    }

    @Test
    void aDepartmentGoesOnSeeingWhatItOnceHad() {
        assertThat(List.of(FIRE, POWER, WATER)).allMatch(SampleCases.accepted()::isSeenBy);
        assertThat(SampleCases.accepted().isSeenBy(HEALTH)).isFalse();
        assertThat(SampleCases.returned().isSeenBy(POWER)).isTrue();
        assertThat(SampleCases.received().isSeenBy(POWER)).isFalse();
    }

    @Test
    void aResolutionCarriesAllThatACreditNeeds() {
        StreetFact fact = factOf(ask(SampleCases.accepted(), new Command.Resolve("已修复", List.of("photo-2")), POWER));

        assertThat(fact)
                .isEqualTo(new StreetFact.Resolved(
                        SampleCases.received().id(),
                        NOON,
                        "officer-power",
                        "power",
                        "已修复",
                        List.of("photo-2"),
                        SampleCases.report(),
                        true));
    }

    @Test
    void whatTheCentreSettlesItselfNamesNoDepartment() {
        StreetFact fact = factOf(ask(SampleCases.declined(), new Command.Resolve("现场协调解决", List.of()), COORDINATOR));

        assertThat(fact).extracting("department").isNull();
    }

    @Test
    void reworkGoesBackToTheDepartmentThatHadItWithNewTime() {
        Changed<StreetCase, StreetFact> changed = changed(SampleCases.resolved().comeBack(REWORK, DEADLINES));

        assertThat(changed.after().state()).isEqualTo(StreetState.DISPATCHED);
        assertThat(answerable(changed.after())).isEqualTo("power");
        assertThat(changed.facts())
                .containsExactly(new StreetFact.Dispatched(
                        SampleCases.received().id(),
                        NOON,
                        StreetCase.SYSTEM,
                        "power",
                        List.of("water"),
                        NOON.plus(LIMIT),
                        true));
        assertThat(changed.after().history()).extracting(HistoryEntry::verb).endsWith("resolve", "rework", "dispatch");
    }

    @Test
    void reworkOfWhatTheCentreSettledComesBackToTheCentre() {
        Changed<StreetCase, StreetFact> changed =
                changed(SampleCases.settledByTheCentre().comeBack(REWORK, DEADLINES));

        assertThat(changed.after().state()).isEqualTo(StreetState.RECEIVED);
        assertThat(changed.facts()).isEmpty();
    }

    @Test
    void whatTheStreetDidNotResolveLastComesBackToSomebodyElse() {
        assertThat(SampleCases.returned().comeBack(REWORK, DEADLINES)).isEqualTo(UNCHANGED);
        assertThat(SampleCases.accepted().comeBack(REWORK, DEADLINES)).isEqualTo(UNCHANGED);
    }

    @Test
    void whatWasReturnedIsReceivedAgain() {
        Escalation again = new Escalation(Cause.OVERDUE, "system", null, NOON);

        StreetCase received = changed(SampleCases.returned().receiveAgain(SampleCases.report(), again, DEADLINES))
                .after();

        assertThat(received.state()).isEqualTo(StreetState.RECEIVED);
        assertThat(received.escalation()).isEqualTo(again);
        assertThat(received.receivedAt()).isEqualTo(NOON);
        assertThat(received.history()).extracting(HistoryEntry::verb).endsWith("return", "escalate");
    }

    @Test
    void whatTheStreetHasIsNotReceivedTwice() {
        for (StreetCase theCase : List.of(SampleCases.received(), SampleCases.dispatched(), SampleCases.accepted())) {
            assertThat(theCase.receiveAgain(theCase.report(), theCase.escalation(), DEADLINES))
                    .isEqualTo(UNCHANGED);
        }
    }

    @Test
    void theHistoryTellsTheWholeStory() {
        assertThat(SampleCases.resolved().history())
                .extracting(HistoryEntry::verb)
                .containsExactly("escalate", "dispatch", "decline", "dispatch", "accept", "resolve");
        assertThat(SampleCases.resolved().history())
                .extracting(HistoryEntry::by)
                .containsExactly(
                        "lead-tieshan", "coordinator", "officer-fire", "coordinator", "officer-power", "officer-power");
        assertThat(SampleCases.dispatched().history().getLast().text()).isEqualTo("power, water");
    }
}
