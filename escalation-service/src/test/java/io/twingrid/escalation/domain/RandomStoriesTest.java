package io.twingrid.escalation.domain;

import static io.twingrid.escalation.domain.SampleCases.DEADLINES;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** Random commands of everybody, redeliveries and clock steps: what holds of every case at every moment. */
class RandomStoriesTest {
    private static final List<Staff> PEOPLE = List.of(
            SampleCases.COORDINATOR,
            SampleCases.ELSEWHERE,
            SampleCases.ADMIN,
            SampleCases.POWER,
            SampleCases.WATER,
            SampleCases.FIRE,
            SampleCases.HEALTH);
    private static final List<String> DEPARTMENTS = List.of("power", "water", "fire", "health");
    private static final List<Verb> VERBS = List.of(Verb.values());
    private static final int STEPS = 120;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<Told> told = new ArrayList<>();
    private StreetCase theCase = SampleCases.received();
    private Instant now = theCase.receivedAt();

    /** What was told in the order of the topic: a fact of the street, or news from the community or the reporter. */
    private sealed interface Told {
        record Ours(StreetFact fact) implements Told {}

        record Up(Escalation again) implements Told {}

        record Back(HistoryEntry why) implements Told {}

        record Said(boolean satisfied, HistoryEntry what) implements Told {}
    }

    @RepeatedTest(200)
    void everyStoryKeepsTheRules() {
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMillis(1 + random.nextInt(4 * 3_600_000)));
            take(nextStep());
            holds(step);
        }
        assertThat(rebuilt())
                .as("facts read in order rebuild the case, seed %d", seed)
                .isEqualTo(theCase);
    }

    private Outcome<StreetCase, StreetFact> nextStep() {
        return switch (random.nextInt(9)) {
            case 0 -> theCase.passTime(now, DEADLINES);
            case 1 -> news(new Told.Up(SampleCases.escalation(now)));
            case 2 -> news(new Told.Back(new HistoryEntry(now, "rework", "grid-tieshan", "仍不亮")));
            case 3 -> redelivered();
            case 4 -> news(new Told.Said(random.nextBoolean(), new HistoryEntry(now, "feedback", "observer-1", "修好了")));
            default -> theCase.ask(command(), PEOPLE.get(random.nextInt(PEOPLE.size())), now, DEADLINES);
        };
    }

    private Outcome<StreetCase, StreetFact> news(Told news) {
        told.add(news);
        return switch (news) {
            case Told.Up up -> theCase.receiveAgain(theCase.report(), up.again(), DEADLINES);
            case Told.Back back -> theCase.comeBack(back.why(), DEADLINES);
            case Told.Said said -> theCase.judge(said.satisfied(), said.what());
            case Told.Ours ours -> Outcome.unchanged();
        };
    }

    /** Whatever was told stands on the topic once more; whoever reads it knows it by its id. */
    private Outcome<StreetCase, StreetFact> redelivered() {
        if (!told.isEmpty()) {
            told.add(told.get(random.nextInt(told.size())));
        }
        return Outcome.unchanged();
    }

    private void take(Outcome<StreetCase, StreetFact> outcome) {
        if (outcome instanceof Changed<StreetCase, StreetFact> changed) {
            theCase = changed.after();
            changed.facts().forEach(fact -> told.add(new Told.Ours(fact)));
        }
    }

    private void holds(int step) {
        String where = "seed " + seed + ", step " + step + ": " + theCase.state();
        boolean open = theCase.state() != StreetState.RESOLVED && theCase.state() != StreetState.RETURNED;
        assertThat(theCase.tempo() != null)
                .as("%s: open, and so somebody is awaited", where)
                .isEqualTo(open);
        switch (theCase.state()) {
            case RECEIVED ->
                assertThat(theCase.responsibility().departments()).as(where).isEmpty();
            case DISPATCHED, ACCEPTED ->
                assertThat(theCase.responsibility().leading()).as(where).isNotNull();
            case RETURNED ->
                assertThat(theCase.responsibility().answerable()).as(where).isNull();
            case ON_HOLD, RESOLVED -> assertThat(theCase.history()).as(where).isNotEmpty();
        }
        assertThat(owners()).as("%s: exactly one owner", where).hasSize(1);
        assertThat(theCase.satisfied() == null || theCase.state() == StreetState.RESOLVED)
                .as("%s: only what is resolved is judged", where)
                .isTrue();
        Instant next = theCase.nextDeadline();
        assertThat(open || next == null).as(where).isTrue();
    }

    /** The community, the centre, or whichever department's officer leads: counted one by one, as they would see it. */
    private List<String> owners() {
        List<String> owners = new ArrayList<>();
        boolean isTheCommunitys = theCase.state() == StreetState.RETURNED;
        if (isTheCommunitys) {
            owners.add("community");
        }
        if (!isTheCommunitys && theCase.responsibility().leading() == null) {
            owners.add("centre");
        }
        PEOPLE.stream()
                .filter(person -> person.department() != null)
                .filter(person -> theCase.standingsOf(person).contains(Standing.LEADING))
                .forEach(person -> owners.add(person.id()));
        return owners;
    }

    /** As a rebuild reads the topic: each once, ours as they stand, of others' what needed no fact of ours. */
    private StreetCase rebuilt() {
        StreetCase again = SampleCases.received();
        for (Told item : new LinkedHashSet<>(told)) {
            again = retold(again, item);
        }
        return again;
    }

    private static StreetCase retold(StreetCase before, Told told) {
        return switch (told) {
            case Told.Up up -> afterIfAny(before, before.receiveAgain(before.report(), up.again(), DEADLINES));
            case Told.Back back -> before.cameBack(back.why(), DEADLINES);
            case Told.Said said -> afterIfAny(before, before.judge(said.satisfied(), said.what()));
            case Told.Ours ours -> before.after(ours.fact(), DEADLINES);
        };
    }

    private static StreetCase afterIfAny(StreetCase before, Outcome<StreetCase, StreetFact> outcome) {
        return outcome instanceof Changed<StreetCase, StreetFact> changed ? changed.after() : before;
    }

    private Command command() {
        Instant later = now.plus(Duration.ofHours(1 + random.nextInt(72)));
        return switch (VERBS.get(random.nextInt(VERBS.size()))) {
            case DISPATCH -> dispatch();
            case ACCEPT -> new Command.Accept();
            case REPORT_IN -> new Command.ReportIn();
            case DECLINE -> new Command.Decline("非我职责");
            case URGE -> new Command.Urge();
            case RETURN -> new Command.Return("社区可自行解决");
            case HOLD -> new Command.Hold("等待管线迁改", later);
            case RESUME -> new Command.Resume();
            case EXTEND -> new Command.Extend("等待配件", later);
            case APPROVE_EXTENSION -> new Command.ApproveExtension();
            case DECLINE_EXTENSION -> new Command.DeclineExtension("配件已到");
            case RESOLVE -> new Command.Resolve("已修复", List.of());
            case NOTE -> new Command.Note("记录 " + random.nextInt(), false);
        };
    }

    private Command dispatch() {
        String leading = DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
        List<String> joining = DEPARTMENTS.stream()
                .filter(id -> !id.equals(leading) && random.nextInt(4) == 0)
                .toList();
        return new Command.Dispatch(leading, joining, null);
    }
}
