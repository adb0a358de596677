package io.twingrid.triage.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.Cases;
import io.twingrid.triage.domain.Cause;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.Level;
import io.twingrid.triage.domain.RejectReason;
import io.twingrid.triage.domain.Staff;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Whatever staff, street, reporter and time do in whatever order, and however often and late it is delivered: what holds
 * for a case always holds.
 */
class RandomStoriesTest {
    private static final int STEPS = 200;
    private static final List<Staff> STAFF = List.of(Cases.GRID_WORKER, Cases.LEAD, Cases.COORDINATOR, Cases.ADMIN);
    private static final Path INTAKES = Path.of("../report-intake/contract/examples");
    private static final Path STREETS = Path.of("../escalation-service/contract/examples");
    private static final Fact SUBMITTED = about(INTAKES.resolve("report-submitted.json"));
    private static final Fact FEEDBACK = about(INTAKES.resolve("report-feedback-given.json"));
    private static final Fact SUPPORTED = about(INTAKES.resolve("report-supported.json"));
    private static final List<Fact> OF_THE_STREET = Stream.of("dispatched", "returned", "resolved")
            .map(name -> about(STREETS.resolve("report-" + name + ".json")))
            .toList();

    @RepeatedTest(200)
    void aCaseHasOneOwnerIsNeverResolvedAndOpenAndItsFactsRebuildIt(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        DeskOnTopic desk = new DeskOnTopic(random, submitted(random), sayings(random, Cases.NINE));
        Instant now = Cases.NINE;
        for (int step = 0; step < STEPS; step++) {
            check(desk, "seed " + seed + ", step " + step);
            now = now.plus(Duration.ofMinutes(random.nextInt(300)));
            step(desk, random, now);
        }
        check(desk, "seed " + seed + ", at the end");
    }

    private static void step(DeskOnTopic desk, Random random, Instant now) {
        switch (random.nextInt(8)) {
            case 0 -> desk.hear(saying(random, now));
            case 1 -> desk.hearOfAnother(now);
            case 2 -> readAgain(desk);
            case 3 -> desk.change(theCase -> theCase.wake(now, Cases.RULES), sayings(random, now));
            default -> {
                Command command = command(random, now);
                Staff staff = STAFF.get(random.nextInt(STAFF.size()));
                for (int times = random.nextInt(3) == 0 ? 2 : 1; times > 0; times--) {
                    desk.change(theCase -> theCase.ask(command, staff, now, Cases.RULES), sayings(random, now));
                }
            }
        }
    }

    private static void readAgain(DeskOnTopic desk) {
        CommunityCase before = desk.theCase();
        desk.readAgain();
        assertThat(desk.theCase()).as("what comes again changes nothing").isEqualTo(before);
    }

    private static void check(DeskOnTopic desk, String where) {
        CommunityCase theCase = desk.theCase();
        CaseState state = theCase.state();
        assertThat(theCase.owner())
                .as("%s: the street owns what was escalated, the community everything else", where)
                .isEqualTo(state == CaseState.ESCALATED ? Level.STREET : Level.COMMUNITY);
        assertThat(theCase.resolution() != null)
                .as("%s: resolved or open, never both", where)
                .isEqualTo(state == CaseState.RESOLVED || state == CaseState.CLOSED);
        assertThat(theCase.track().resolvedAt() != null && state.isOpen())
                .as("%s: nothing open counts as done", where)
                .isFalse();
        assertThat(theCase.aside() != null)
                .as("%s: put aside", where)
                .isEqualTo(state == CaseState.ON_HOLD || state == CaseState.MERGED);
        assertThat(state != CaseState.ASSIGNED || theCase.handler() != null)
                .as("%s: somebody handles what is assigned", where)
                .isTrue();
        assertThat(Cases.unlit(desk.rebuilt()))
                .as("%s: the facts in order rebuild the case, but for the light of the hour", where)
                .isEqualTo(Cases.unlit(theCase));
        assertThat(desk.hasRebuiltVersion())
                .as("%s: what is stated after a rebuild has ids of its own", where)
                .isTrue();
    }

    private static Fact submitted(Random random) {
        return GoldenFact.with(
                SUBMITTED,
                "{\"at\":\"" + Cases.NINE + "\",\"photos\":[\"photo-1\"],\"handledOnSpot\":" + (random.nextInt(5) == 0)
                        + "}");
    }

    private static List<Fact> sayings(Random random, Instant now) {
        return random.nextInt(4) > 0 ? List.of() : List.of(saying(random, now), saying(random, now));
    }

    private static Fact saying(Random random, Instant now) {
        Fact what =
                switch (random.nextInt(3)) {
                    case 0 -> GoldenFact.with(FEEDBACK, "{\"resolved\":" + random.nextBoolean() + "}");
                    case 1 -> GoldenFact.with(SUPPORTED, "{\"by\":\"person-" + random.nextInt(5) + "\"}");
                    default -> OF_THE_STREET.get(random.nextInt(OF_THE_STREET.size()));
                };
        Fact fact = GoldenFact.with(what, "{\"at\":\"" + now + "\"}");
        return new Fact(
                Long.toHexString(random.nextLong()),
                fact.type(),
                fact.source(),
                fact.subject(),
                now,
                null,
                fact.data());
    }

    private static Fact about(Path file) {
        return GoldenFact.about(GoldenFact.read(file), "reportId", Cases.ID);
    }

    private static Command command(Random random, Instant now) {
        Instant ahead = now.plus(Duration.ofHours(1L + random.nextInt(100)));
        List<Command> all = new ArrayList<>(List.of(
                new Command.Verify(),
                new Command.Reject(RejectReason.NOT_FOUND, null),
                new Command.Merge("earlier"),
                new Command.Unmerge(),
                new Command.Transfer(random.nextBoolean() ? "shenqing" : "nowhere", "theirs"),
                new Command.Assign("wang"),
                new Command.Resolve("done", List.of()),
                new Command.Escalate(Cause.CANNOT_SOLVE, "help"),
                new Command.Hold("later", ahead),
                new Command.Resume()));
        all.addAll(List.of(
                new Command.Extend(ahead, "more"),
                new Command.ApproveExtension(),
                new Command.DeclineExtension("no"),
                new Command.Note("seen", false),
                new Command.Check(null),
                new Command.Rework("not done"),
                new Command.Reopen("again"),
                new Command.Invalidate("untrue"),
                new Command.Close()));
        return all.get(random.nextInt(all.size()));
    }
}
