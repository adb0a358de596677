package io.twingrid.escalation.domain.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForwardTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant FOUR = NOON.plus(Duration.ofHours(4));
    private static final ForwardRules RULES = new ForwardRules(
            Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofMinutes(15));

    @Test
    void whoTakesItUpHasItToHimselfForTheLease() {
        Forward claimed = after(made(ForwardChannel.WEBHOOK).begin(NOON, RULES));

        assertThat(claimed.begin(NOON.plusSeconds(119), RULES)).isEqualTo(Outcome.unchanged());
        assertThat(after(claimed.begin(NOON.plusSeconds(120), RULES)).attempts())
                .isEqualTo(2);
    }

    @Test
    void itIsTriedAgainLaterEachTimeAndNeverGivenUp() {
        Forward forward = made(ForwardChannel.EMAIL);
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 100; attempt++) {
            Instant now = next(forward);
            Forward failed = after(after(forward.begin(now, RULES)).failed(now, "It answered 503.", RULES));
            pauses.add(Duration.between(now, next(failed)));
            assertThat(failed.state()).isEqualTo(ForwardState.WAITING);
            assertThat(failed.lastError()).isEqualTo("It answered 503.");
            assertThat(failed.attempts()).isEqualTo(attempt);
            forward = failed;
        }

        assertThat(pauses.subList(0, 4)).extracting(Duration::toSeconds).containsExactly(30L, 60L, 120L, 240L);
        assertThat(pauses.getLast()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aDeliveryIsToldOnceAndForgetsTheTrouble() {
        Forward tried = after(made(ForwardChannel.WEBHOOK).failed(NOON, "It answered 503.", RULES));

        Changed<Forward, Forwarded> sent = changed(tried.delivered(NOON, null, FOUR, RULES));

        assertThat(sent.facts())
                .containsExactly(new Forwarded("report", NOON, "f/power", "power", ForwardChannel.WEBHOOK, FOUR, null));
        assertThat(sent.after().state()).isEqualTo(ForwardState.SENT);
        assertThat(sent.after().lastError()).isNull();
        assertThat(sent.after().attempts()).isZero();
        assertThat(sent.after().delivered(NOON, null, FOUR, RULES)).isEqualTo(Outcome.unchanged());
        assertThat(after(made(ForwardChannel.WEBHOOK).hear(sent.facts().getFirst(), RULES)))
                .as("what a lost store makes of the fact")
                .isEqualTo(after(made(ForwardChannel.WEBHOOK).delivered(NOON, null, FOUR, RULES)));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAnsweredIsOverdueAndRemindedOfUntilItIs(ForwardChannel channel) {
        String reference = channel == ForwardChannel.OPEN311 ? "4711" : null;
        Forward sent = after(made(channel).delivered(NOON, reference, FOUR, RULES));

        Forward overdue = after(sent.begin(FOUR, RULES));

        assertThat(overdue.state()).isEqualTo(ForwardState.OVERDUE);
        assertThat(overdue.step())
                .isEqualTo(channel == ForwardChannel.OPEN311 ? Forward.Step.ASK : Forward.Step.REMIND);
        Forward reminded = after(overdue.reminded(FOUR, FOUR.plusSeconds(60)));
        assertThat(reminded.state()).isEqualTo(ForwardState.OVERDUE);
        assertThat(reminded.reminders()).isEqualTo(1);
        assertThat(next(reminded)).isEqualTo(FOUR.plusSeconds(60));
        assertThat(after(reminded.answered(FOUR.plusSeconds(30))).state()).isEqualTo(ForwardState.ANSWERED);
    }

    @Test
    void onlyOpen311IsAskedAfterAlsoOnceItHasAnswered() {
        Forward sent = after(made(ForwardChannel.OPEN311).delivered(NOON, "4711", FOUR, RULES));
        assertThat(next(sent)).isEqualTo(NOON.plus(RULES.askEvery()));

        Forward answered = after(sent.answered(NOON.plusSeconds(1)));
        assertThat(answered.step()).isEqualTo(Forward.Step.ASK);
        assertThat(next(answered)).isEqualTo(next(sent));
        Forward heard = after(answered.heard(FOUR, new Remote("4711", false, "queued"), RULES));
        assertThat(heard.remoteSaid()).isEqualTo("open: queued");
        assertThat(heard.state()).isEqualTo(ForwardState.ANSWERED);

        Forward mail = after(after(made(ForwardChannel.EMAIL).delivered(NOON, null, FOUR, RULES))
                .answered(FOUR));
        assertThat(mail.nextTry()).isNull();
    }

    @Test
    void whatTakesTheCaseAwayEndsItAndAnOlderFactDoesNot() {
        Forward made = made(ForwardChannel.WEBHOOK);

        assertThat(made.ended(NOON)).as("the dispatch that made it").isEqualTo(Outcome.unchanged());
        assertThat(made.answered(NOON.minusSeconds(1))).isEqualTo(Outcome.unchanged());
        Forward ended = after(made.ended(NOON.plusSeconds(1)));
        assertThat(ended.state()).isEqualTo(ForwardState.ENDED);
        assertThat(ended.nextTry()).isNull();
        assertThat(ended.failed(FOUR, "late", RULES)).isEqualTo(Outcome.unchanged());
        assertThat(ended.delivered(FOUR, null, FOUR, RULES)).isEqualTo(Outcome.unchanged());
        assertThat(ended.begin(FOUR, RULES)).isEqualTo(Outcome.unchanged());
    }

    @ParameterizedTest
    @EnumSource(value = ForwardChannel.class)
    void nothingStaysInAStateForEver(ForwardChannel channel) {
        Forward waiting = made(channel);
        Forward sent = after(waiting.delivered(NOON, "4711", FOUR, RULES));
        Forward overdue = after(sent.begin(FOUR, RULES));

        for (Forward forward : List.of(waiting, sent, overdue)) {
            assertThat(forward.nextTry()).as("%s", forward.state()).isNotNull();
        }
    }

    private static Forward made(ForwardChannel channel) {
        return Forward.of("f/power", "report", "power", channel, NOON);
    }

    private static Instant next(Forward forward) {
        return Objects.requireNonNull(forward.nextTry());
    }

    private static Forward after(Outcome<Forward, Forwarded> outcome) {
        return changed(outcome).after();
    }

    private static Changed<Forward, Forwarded> changed(Outcome<Forward, Forwarded> outcome) {
        if (outcome instanceof Changed<Forward, Forwarded> changed) {
            return changed;
        }
        throw new AssertionError("expected a change, got " + outcome);
    }
}
