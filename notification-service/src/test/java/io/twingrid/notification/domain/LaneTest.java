package io.twingrid.notification.domain;

import static io.twingrid.notification.domain.Samples.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.Test;

/** How long a target rests after each answer, and when it is not called any more. */
class LaneTest {
    private static final Retries RETRIES = new Retries(List.of(Duration.ofSeconds(10), Duration.ofMinutes(10)));
    private static final Duration PACE = Duration.ofSeconds(3);
    private static final Answer FAILED = new Answer.Failed("HTTP 503", null);

    private final Lane fresh = new Lane(
            new Target(
                    "t",
                    TargetKind.CLOUDEVENTS,
                    "admin",
                    "desk",
                    Set.of(Audience.person("p")),
                    Set.of(),
                    Language.ZH,
                    false,
                    new Address.Hook(URI.create("https://example.org/"), null),
                    NINE),
            "holder",
            0,
            0,
            null);

    @Test
    void whoAnswersIsCalledAgainAfterItsPace() {
        Lane.Left left = left(fresh, new Answer.Taken("HTTP 200"), NINE);

        assertThat(left).isEqualTo(new Lane.Left(NINE.plus(PACE), 0, null, null));
    }

    @Test
    void whoFailsRestsLongerEachTimeAndIsThenPaused() {
        Lane.Left first = left(fresh, FAILED, NINE);
        Lane.Left second = left(again(first), FAILED, NINE.plusSeconds(20));
        Lane.Left third = left(again(second), FAILED, NINE.plusSeconds(900));

        assertThat(first.rest()).isCloseTo(NINE.plusSeconds(10), within(1));
        assertThat(second.rest()).isCloseTo(NINE.plusSeconds(20 + 600), within(60));
        assertThat(second.paused()).isNull();
        assertThat(third.paused()).isEqualTo("HTTP 503");
        assertThat(third.failingSince()).isEqualTo(NINE);
    }

    @Test
    void oneAnswerEndsTheFailing() {
        Lane.Left failed = left(fresh, FAILED, NINE);

        assertThat(left(again(failed), new Answer.Taken("HTTP 200"), NINE.plusSeconds(20))
                        .failures())
                .isZero();
    }

    @Test
    void whoAsksForALongerRestGetsIt() {
        Answer busy = new Answer.Failed("errcode 45009", Duration.ofMinutes(1));

        assertThat(left(fresh, busy, NINE).rest()).isEqualTo(NINE.plusSeconds(60));
    }

    @Test
    void aRefusalHoldsUpNothingUntilThereAreTooMany() {
        Answer refused = new Answer.Refused("HTTP 400");
        Lane.Left first = left(fresh, refused, NINE);
        Lane.Left third = left(again(left(again(first), refused, NINE)), refused, NINE);

        assertThat(first.rest()).isEqualTo(NINE.plus(PACE));
        assertThat(third.paused()).isEqualTo("HTTP 400");
    }

    @Test
    void whereNobodyIsItPausesAtOnce() {
        assertThat(left(fresh, new Answer.Gone("HTTP 410"), NINE).paused()).isEqualTo("HTTP 410");
    }

    private static Lane.Left left(Lane lane, Answer answer, Instant now) {
        return lane.after(answer, now).left(answer, now, PACE, RETRIES);
    }

    private Lane again(Lane.Left left) {
        return new Lane(fresh.target(), "next", 0, left.failures(), left.failingSince());
    }

    private static TemporalUnitWithinOffset within(long seconds) {
        return new TemporalUnitWithinOffset(seconds, java.time.temporal.ChronoUnit.SECONDS);
    }
}
