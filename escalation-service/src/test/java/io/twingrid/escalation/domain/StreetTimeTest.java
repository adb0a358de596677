package io.twingrid.escalation.domain;

import static io.twingrid.escalation.domain.SampleCases.COORDINATOR;
import static io.twingrid.escalation.domain.SampleCases.DEADLINES;
import static io.twingrid.escalation.domain.SampleCases.FIRE;
import static io.twingrid.escalation.domain.SampleCases.LIMIT;
import static io.twingrid.escalation.domain.SampleCases.NOON;
import static io.twingrid.escalation.domain.SampleCases.POWER;
import static io.twingrid.escalation.domain.SampleCases.WATER;
import static io.twingrid.escalation.domain.SampleCases.after;
import static io.twingrid.escalation.domain.SampleCases.ask;
import static io.twingrid.escalation.domain.SampleCases.changed;
import static io.twingrid.escalation.domain.SampleCases.dispatchTo;
import static io.twingrid.escalation.domain.SampleCases.due;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Refused;
import io.twingrid.escalation.domain.StreetFact.Assigned;
import io.twingrid.escalation.domain.StreetFact.Declined;
import io.twingrid.escalation.domain.StreetFact.Resumed;
import io.twingrid.escalation.domain.StreetFact.Urged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What time does to a case, and what staff do about its time. */
class StreetTimeTest {
    private static final Instant DUE = NOON.plus(LIMIT);

    @Test
    void whatTheCentreDoesNotDispatchInTimeIsUrgedAtTheCentre() {
        StreetCase received = SampleCases.received();
        Instant dueBy = received.receivedAt().plus(SampleDeadlines.DISPATCH);

        assertThat(received.nextDeadline()).isEqualTo(dueBy);
        assertThat(received.passTime(dueBy.minusMillis(1), DEADLINES)).isEqualTo(Outcome.unchanged());
        assertThat(due(received, dueBy)).isEqualTo(new Urged(received.id(), dueBy, "system", 1, dueBy, null));
    }

    @Test
    void anOverdueDepartmentIsUrgedLevelByLevelAndThenNoMore() {
        List<Urged> urged = urgings(SampleCases.withPower());

        assertThat(urged).extracting(Urged::stage).containsExactly(1, 2);
        assertThat(urged).extracting(Urged::at).containsExactly(DUE, DUE.plus(SampleDeadlines.AGAIN));
        assertThat(urged).extracting(Urged::department).containsOnly("power");
        assertThat(urged).extracting(Urged::dueBy).containsOnly(DUE);
    }

    @Test
    void whoWasSummonedAndDoesNotReportInIsUrgedForIt() {
        StreetCase summoned = after(SampleCases.received(), dispatchTo("power", "water", "fire"), COORDINATOR);
        Instant reportInBy = NOON.plus(SampleDeadlines.REPORT_IN);

        StreetCase there = after(summoned, new Command.ReportIn(), WATER);

        assertThat(urgings(there).getFirst())
                .isEqualTo(new Urged(there.id(), reportInBy, "system", 1, reportInBy, "fire"));
        assertThat(urgings(there)).extracting(Urged::department).containsExactly("fire", "power", "power");
        assertThat(ask(there, new Command.ReportIn(), WATER)).isEqualTo(Outcome.unchanged());
    }

    @Test
    void theCentrePressesOneLevelHigherEachTime() {
        StreetCase urged = after(SampleCases.accepted(), new Command.Urge(), COORDINATOR);

        assertThat(ask(urged, new Command.Urge(), COORDINATOR))
                .as("a double click")
                .isEqualTo(Outcome.unchanged());
        assertThat(tempo(urged).stage()).isEqualTo(1);
        assertThat(tempo(urged).urgeAt())
                .as("the end of the time is still to come")
                .isEqualTo(DUE);
        StreetCase noted = after(urged, new Command.Note("明天到场", false), POWER);
        assertThat(tempo(after(noted, new Command.Urge(), COORDINATOR)).stage()).isEqualTo(2);
    }

    @Test
    void hoursLaterTheSamePersonPressesAgain() {
        StreetCase urged = after(SampleCases.accepted(), new Command.Urge(), COORDINATOR);

        Urged again = (Urged) SampleCases.factOf(
                urged.ask(new Command.Urge(), COORDINATOR, NOON.plus(Duration.ofHours(3)), DEADLINES));

        assertThat(again.stage()).isEqualTo(2);
    }

    @Test
    void whoeverPressesTakesNothingAwayFromWhatTimeDoes() {
        StreetCase early = pressed(pressed(SampleCases.withPower(), NOON.plusSeconds(600)), NOON.plusSeconds(1200));

        assertThat(urgings(early)).extracting(Urged::at).containsExactly(DUE, DUE.plus(SampleDeadlines.AGAIN));
        assertThat(urgings(early)).extracting(Urged::stage).containsExactly(3, 4);
        StreetCase overdue = early.after(due(early, DUE), DEADLINES);
        StreetCase between = pressed(overdue, DUE.plusSeconds(600));
        assertThat(urgings(between)).extracting(Urged::at).containsExactly(DUE.plus(SampleDeadlines.AGAIN));
        assertThat(urgings(between)).extracting(Urged::stage).containsExactly(5);
    }

    private static StreetCase pressed(StreetCase theCase, Instant now) {
        return changed(theCase.ask(new Command.Urge(), COORDINATOR, now, DEADLINES))
                .after();
    }

    @Test
    void theClockStandsStillOnHold() {
        StreetCase held = SampleCases.onHold();
        Instant dayAfter = NOON.plus(LIMIT.multipliedBy(2));

        Resumed resumed =
                (Resumed) SampleCases.factOf(held.ask(new Command.Resume(), COORDINATOR, dayAfter, DEADLINES));

        assertThat(resumed.dueBy()).as("all of the day was left").isEqualTo(dayAfter.plus(LIMIT));
        assertThat(held.nextDeadline()).isEqualTo(NOON.plus(LIMIT.multipliedBy(3)));
        StreetCase goesOn = held.after(resumed, DEADLINES);
        assertThat(goesOn.state()).isEqualTo(StreetState.ACCEPTED);
        assertThat(goesOn.nextDeadline())
                .as("water is urged first, as long after the resumption as it had before")
                .isEqualTo(dayAfter.plus(SampleDeadlines.REPORT_IN));
        assertThat(tempo(goesOn).urgeAt()).isEqualTo(resumed.dueBy());
    }

    @Test
    void whatIsOnHoldGoesOnByItselfAtItsReviewDate() {
        Instant review = NOON.plus(LIMIT.multipliedBy(3));

        assertThat(SampleCases.onHold().passTime(review.minusMillis(1), DEADLINES))
                .isEqualTo(Outcome.unchanged());
        assertThat(due(SampleCases.onHold(), review))
                .isEqualTo(new Resumed(SampleCases.onHold().id(), review, "system", review.plus(LIMIT)));
    }

    @Test
    void moreTimeIsAskedForByTheDepartmentAndGivenByTheCentre() {
        StreetCase asked = SampleCases.askedForMore();
        Instant until = DUE.plusSeconds(3600);

        assertThat(tempo(asked).dueBy()).as("asking gives nothing").isEqualTo(DUE);
        StreetCase more = after(asked, new Command.ApproveExtension(), COORDINATOR);
        assertThat(tempo(more).dueBy()).isEqualTo(until);
        assertThat(tempo(more).asked()).isNull();
        StreetCase no = after(asked, new Command.DeclineExtension("配件已到"), COORDINATOR);
        assertThat(tempo(no).dueBy()).isEqualTo(DUE);
        assertThat(tempo(no).asked()).isNull();
    }

    @Test
    void moreTimeIsAskedForBeforeTheTimeIsOver() {
        Command extend = new Command.Extend("等待配件", DUE.plus(LIMIT));

        assertThat(SampleCases.accepted().ask(extend, POWER, DUE.minusMillis(1), DEADLINES))
                .isInstanceOf(Outcome.Changed.class);
        assertThat(SampleCases.accepted().ask(extend, POWER, DUE, DEADLINES)).isInstanceOf(Refused.class);
        assertThat(ask(SampleCases.accepted(), new Command.Extend("更早", DUE.minusSeconds(1)), POWER))
                .as("earlier is not more")
                .isInstanceOf(Refused.class);
    }

    @Test
    void threeDeclinesInARowGoToTheCoordinatorByName() {
        StreetCase twice = declinedBy(declinedBy(SampleCases.received(), FIRE), WATER);

        Outcome.Changed<StreetCase, StreetFact> third =
                changed(ask(after(twice, dispatchTo("power"), COORDINATOR), new Command.Decline("非我职责"), POWER));

        assertThat(third.facts())
                .satisfiesExactly(
                        declined -> assertThat(((Declined) declined).inARow()).isEqualTo(3),
                        assigned -> assertThat(assigned)
                                .isEqualTo(new Assigned(twice.id(), NOON, "system", "coordinator")));
        assertThat(third.after().responsibility().handler()).isEqualTo("coordinator");
        assertThat(declinedBy(third.after(), FIRE).responsibility().declines()).isEqualTo(4);
        StreetCase taken = after(
                after(third.after(), dispatchTo("health"), COORDINATOR), new Command.Accept(), SampleCases.HEALTH);
        assertThat(taken.responsibility().handler()).isNull();
        assertThat(taken.responsibility().declines()).isZero();
    }

    @Test
    void theLightIsYellowInTheLastQuarterAndRedAfter() {
        Tempo tempo = Tempo.from(NOON, DUE);

        assertThat(tempo.lightAt(NOON)).isEqualTo(Light.GREEN);
        assertThat(tempo.lightAt(DUE.minus(Duration.ofHours(6)).minusMillis(1))).isEqualTo(Light.GREEN);
        assertThat(tempo.lightAt(DUE.minus(Duration.ofHours(6)))).isEqualTo(Light.YELLOW);
        assertThat(tempo.lightAt(DUE)).isEqualTo(Light.RED);
        assertThat(tempo(SampleCases.onHold()).lightAt(DUE)).isNull();
    }

    @Test
    void whatIsReturnedOrResolvedWaitsForNothing() {
        assertThat(SampleCases.returned().nextDeadline()).isNull();
        assertThat(SampleCases.resolved().nextDeadline()).isNull();
    }

    private static StreetCase declinedBy(StreetCase theCase, Staff officer) {
        StreetCase sent = after(theCase, dispatchTo(Objects.requireNonNull(officer.department())), COORDINATOR);
        return after(sent, new Command.Decline("非我职责"), officer);
    }

    /** All that time does until it does no more. */
    private static List<Urged> urgings(StreetCase theCase) {
        List<Urged> urged = new ArrayList<>();
        StreetCase now = theCase;
        for (Instant next = now.nextDeadline(); next != null; next = now.nextDeadline()) {
            Urged fact = (Urged) due(now, next);
            urged.add(fact);
            now = now.after(fact, DEADLINES);
        }
        return urged;
    }

    private static Tempo tempo(StreetCase theCase) {
        return Objects.requireNonNull(theCase.tempo());
    }
}
