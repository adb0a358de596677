package io.twingrid.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever staff, street, reporter and time do in whatever order: what holds for a case always holds. */
class RandomStoriesTest {
    private static final int STEPS = 200;
    private static final List<Staff> STAFF = List.of(Cases.GRID_WORKER, Cases.LEAD, Cases.COORDINATOR, Cases.ADMIN);

    /** A case, how it was rebuilt from what was told of it, and the time. */
    private record Run(CommunityCase theCase, CommunityCase rebuilt, Instant now) {}

    @RepeatedTest(200)
    void aCaseHasOneOwnerIsNeverResolvedAndOpenAndItsFactsRebuildIt(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Changed<CommunityCase, CaseFact> opened = CommunityCase.open(
                Cases.ID,
                Cases.report(),
                Cases.routing(random.nextInt(5) == 0 ? Level.STREET : Level.COMMUNITY),
                Cases.NINE);
        CommunityCase rebuilt = CommunityCase.opened(
                Cases.report(), (CaseFact.Routed) opened.facts().getFirst());
        for (CaseFact fact : opened.facts().subList(1, opened.facts().size())) {
            rebuilt = rebuilt.after(fact);
        }
        Run run = new Run(opened.after(), rebuilt, Cases.NINE);
        for (int step = 0; step < STEPS; step++) {
            run = step(run, random);
            check(run, "seed " + seed + ", step " + step);
        }
    }

    private static Run step(Run run, Random random) {
        Instant now = run.now().plus(Duration.ofMinutes(random.nextInt(300)));
        return switch (random.nextInt(4)) {
            case 0 -> heard(run, news(random, now), now);
            case 1 -> after(run, run.theCase().wake(now, Cases.RULES), now);
            default -> {
                Command command = command(random, now);
                Staff staff = STAFF.get(random.nextInt(STAFF.size()));
                Run once = after(run, run.theCase().ask(command, staff, now, Cases.RULES), now);
                yield random.nextInt(3) == 0
                        ? after(once, once.theCase().ask(command, staff, now, Cases.RULES), now)
                        : once;
            }
        };
    }

    /** Others' facts are on the topic as well as ours: a reader applies what we did not have to state ourselves. */
    private static Run heard(Run run, News news, Instant now) {
        Outcome<CommunityCase, CaseFact> outcome = run.theCase().hear(news, Cases.RULES);
        return outcome instanceof Changed<CommunityCase, CaseFact> changed
                        && changed.facts().isEmpty()
                ? new Run(
                        changed.after(),
                        Cases.changed(run.rebuilt().hear(news, Cases.RULES)).after(),
                        now)
                : after(run, outcome, now);
    }

    private static Run after(Run run, Outcome<CommunityCase, CaseFact> outcome, Instant now) {
        if (!(outcome instanceof Changed<CommunityCase, CaseFact> changed)) {
            return new Run(run.theCase(), run.rebuilt(), now);
        }
        CommunityCase rebuilt = run.rebuilt();
        for (CaseFact fact : changed.facts()) {
            rebuilt = rebuilt.after(fact);
        }
        return new Run(changed.after(), rebuilt, now);
    }

    private static void check(Run run, String where) {
        CommunityCase theCase = run.theCase();
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
        assertThat(lit(run.rebuilt()))
                .as("%s: the facts in order rebuild the case, but for the light of the hour", where)
                .isEqualTo(lit(theCase));
    }

    private static CommunityCase lit(CommunityCase theCase) {
        return CaseDraft.lit(theCase, Light.OFF);
    }

    private static News news(Random random, Instant now) {
        Joined later = new Joined("later-" + random.nextInt(3), null, List.of("photo"), List.of("wang"));
        List<News> all = List.of(
                new News.Dispatched(now, "coordinator", List.of("power")),
                new News.Returned(now, "coordinator", "yours"),
                new News.ResolvedByStreet(now, "officer", "done", List.of()),
                new News.Feedback(now, "observer-1", random.nextBoolean(), null),
                new News.Supported(now, "person-" + random.nextInt(5)),
                new News.Joins(now, "lead", later),
                new News.Parts(now, "lead", later.reportId()));
        return all.get(random.nextInt(all.size()));
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
