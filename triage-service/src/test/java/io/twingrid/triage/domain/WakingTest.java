package io.twingrid.triage.domain;

import static io.twingrid.triage.domain.Cases.RULES;
import static io.twingrid.triage.domain.Cases.changed;
import static io.twingrid.triage.domain.Cases.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WakingTest {

    @Test
    void aCaseThatNobodyLooksAtTurnsYellowThenTheLeadIsToldThenItGoesUp() {
        CommunityCase routed = in(CaseState.ROUTED);
        assertThat(story(routed, Cases.NEXT_WEEK))
                .containsExactly(
                        routed.verify().yellowFrom() + " light yellow",
                        routed.verify().by() + " VerificationOverdue",
                        routed.resolve().by() + " Escalated");
    }

    @Test
    void aCaseThatNobodySettlesTurnsYellowAndGoesUp() {
        CommunityCase assigned = in(CaseState.ASSIGNED);
        assertThat(story(assigned, Cases.NEXT_WEEK))
                .containsExactly(
                        assigned.resolve().yellowFrom() + " light yellow",
                        assigned.resolve().by() + " Escalated");
        CaseFact.Escalated up = (CaseFact.Escalated)
                changed(lit(assigned).wake(Cases.NEXT_WEEK, RULES)).facts().getFirst();
        assertThat(up.cause()).isEqualTo(Cause.OVERDUE);
        assertThat(up.by()).isEqualTo("system");
    }

    @Test
    void nothingHappensEarly() {
        for (CaseState state : CaseState.values()) {
            CommunityCase theCase = in(state);
            Instant at = theCase.wakeAt(Cases.WINDOW);
            if (at != null) {
                assertThat(theCase.wake(at.minusMillis(1), RULES))
                        .as(state.word())
                        .isEqualTo(Outcome.unchanged());
            }
        }
    }

    @Test
    void aHoldEndsOnItsReviewDateAndTheClockGoesOn() {
        CommunityCase held = in(CaseState.ON_HOLD);
        assertThat(held.light()).isEqualTo(Light.OFF);
        CommunityCase resumed = changed(held.wake(Cases.NEXT_WEEK, RULES)).after();
        assertThat(resumed.state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(resumed.light()).isEqualTo(Light.GREEN);
        assertThat(resumed.resolve().by())
                .as("as much time as was left")
                .isEqualTo(Cases.NEXT_WEEK.plus(java.time.Duration.between(
                        Cases.TEN, in(CaseState.ASSIGNED).resolve().by())));
    }

    @Test
    void whatIsDoneAndNobodyObjectsToCloses() {
        CommunityCase resolved = in(CaseState.RESOLVED);
        assertThat(story(resolved, Cases.NEXT_WEEK.plusSeconds(7200)))
                .containsExactly(Cases.TEN.plus(Cases.WINDOW) + " Closed");
    }

    @Test
    void theStreetsCasesAndThoseThatEndedWaitForNothing() {
        for (CaseState state : List.of(CaseState.ESCALATED, CaseState.CLOSED, CaseState.REJECTED, CaseState.MERGED)) {
            assertThat(in(state).wakeAt(Cases.WINDOW)).as(state.word()).isNull();
        }
    }

    /** All that happens until then if nobody does anything, each at the moment it is due. */
    private static List<String> story(CommunityCase theCase, Instant end) {
        List<String> story = new ArrayList<>();
        CommunityCase now = theCase;
        for (Instant at = now.wakeAt(Cases.WINDOW); at != null && !at.isAfter(end); at = now.wakeAt(Cases.WINDOW)) {
            Changed<CommunityCase, CaseFact> changed = changed(now.wake(at, RULES));
            now = changed.after();
            story.add(at + " "
                    + (changed.facts().isEmpty()
                            ? "light " + now.light().word()
                            : Objects.requireNonNull(changed.facts().getFirst())
                                    .getClass()
                                    .getSimpleName()));
        }
        return story;
    }

    private static CommunityCase lit(CommunityCase theCase) {
        return CaseDraft.lit(theCase, Light.YELLOW);
    }
}
