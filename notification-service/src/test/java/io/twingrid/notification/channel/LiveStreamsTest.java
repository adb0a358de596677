package io.twingrid.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.InMemoryNotices;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.NoticeCursor;
import io.twingrid.notification.domain.Notices.Stored;
import io.twingrid.notification.domain.Samples;
import io.twingrid.notification.domain.SlowReaderException;
import io.twingrid.notification.domain.SteppingClock;
import io.twingrid.notification.domain.StreamItem;
import io.twingrid.notification.domain.TooManyStreamsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

/** The live streams over a list of notices: what a reader gets, whatever is announced, in whatever order. */
class LiveStreamsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int QUEUE = 4;
    private static final Audience LEADS = Audience.inCommunity("tieshan", "community-lead");
    private static final Audience ME = Audience.person("lead-tieshan");

    private final InMemoryNotices notices = new InMemoryNotices();
    private final SteppingClock clock = new SteppingClock(Samples.NINE);
    private final LiveStreams live = new LiveStreams(
            notices, new StreamLimits(QUEUE, PATIENCE, Duration.ofHours(1), 2), clock, new SimpleMeterRegistry());

    private final NoticeCursor start = NoticeCursor.at(Map.of(LEADS, 0L));

    @Test
    void announcedInOrderTheyGoOutAsTheyAre() {
        reading(LEADS)
                .then(() -> live.tell(stored(1)))
                .assertNext(isTold(1))
                .then(() -> live.tell(stored(2)))
                .assertNext(isTold(2))
                .thenCancel()
                .verify();
    }

    @Test
    void aRepeatedAnnouncementIsPassedOver() {
        reading(LEADS)
                .then(() -> {
                    Notice first = stored(1);
                    live.tell(first);
                    live.tell(first);
                    live.tell(stored(2));
                })
                .assertNext(isTold(1))
                .assertNext(isTold(2))
                .thenCancel()
                .verify();
    }

    @Test
    void aGapIsFilledFromTheStore() {
        reading(LEADS)
                .then(() -> {
                    stored(1);
                    stored(2);
                    live.tell(stored(3));
                })
                .assertNext(isTold(1))
                .assertNext(isTold(2))
                .assertNext(isTold(3))
                .thenCancel()
                .verify();
    }

    @Test
    void announcementsOutOfOrderAreToldInOrderAndOnce() {
        reading(LEADS)
                .then(() -> {
                    Notice first = stored(1);
                    Notice second = stored(2);
                    live.tell(second);
                    live.tell(first);
                    live.tell(stored(3));
                })
                .assertNext(isTold(1))
                .assertNext(isTold(2))
                .assertNext(isTold(3))
                .thenCancel()
                .verify();
    }

    @Test
    void lookingAgainFindsWhatWasNeverAnnounced() {
        reading(LEADS)
                .then(() -> {
                    stored(1);
                    live.lookAgain();
                })
                .assertNext(isTold(1))
                .thenCancel()
                .verify();
    }

    @Test
    void moreThanTheQueueHoldsIsReadFromTheStore() {
        StepVerifier.create(live.open("wang", Set.of(LEADS), start), 1)
                .assertNext(LiveStreamsTest::isOpened)
                .then(() -> {
                    for (int i = 1; i <= 10 * QUEUE; i++) {
                        live.tell(stored(i));
                    }
                })
                .thenRequest(10L * QUEUE)
                .recordWith(ArrayList::new)
                .expectNextCount(10L * QUEUE)
                .consumeRecordedWith(items -> assertThat(items)
                        .extracting(LiveStreamsTest::seq)
                        .isEqualTo(
                                LongStream.rangeClosed(1, 10L * QUEUE).boxed().toList()))
                .thenCancel()
                .verify();
    }

    @Test
    void whoTakesNothingForLongWhileTheQueueIsFullIsDisconnected() {
        StepVerifier.create(live.open("wang", Set.of(LEADS), start), 1)
                .assertNext(LiveStreamsTest::isOpened)
                .then(() -> flood(1))
                .then(() -> clock.step(PATIENCE.plusSeconds(1)))
                .then(() -> live.tell(stored(1000)))
                .verifyError(SlowReaderException.class);
    }

    @Test
    void aBurstAfterALongSilenceDisconnectsNobody() {
        StepVerifier.create(live.open("wang", Set.of(LEADS), start), 1)
                .assertNext(LiveStreamsTest::isOpened)
                .then(() -> clock.step(PATIENCE.multipliedBy(10)))
                .then(() -> flood(1))
                .thenRequest(1)
                .assertNext(isTold(1))
                .thenCancel()
                .verify();
    }

    @Test
    void whatIsMissedIsReplayedByTime() {
        notices.append(List.of(
                        Samples.draft(LEADS, 1), Samples.draft(ME, 2), Samples.draft(LEADS, 3), Samples.draft(ME, 4)))
                .block();

        StepVerifier.create(live.open("wang", Set.of(LEADS, ME), NoticeCursor.at(Map.of(LEADS, 0L, ME, 1L))))
                .assertNext(LiveStreamsTest::isOpened)
                .assertNext(isAbout("fact-1"))
                .assertNext(isAbout("fact-3"))
                .assertNext(isAbout("fact-4"))
                .thenCancel()
                .verify();
    }

    @Test
    void anAudienceThatTheCursorDoesNotKnowStartsNow() {
        stored(1);
        notices.append(List.of(Samples.draft(ME, 1))).block();

        StepVerifier.create(live.open("wang", Set.of(LEADS, ME), start))
                .assertNext(item -> assertThat(((StreamItem.Opened) item).cursor())
                        .isEqualTo(NoticeCursor.at(Map.of(LEADS, 0L, ME, 1L))))
                .assertNext(isTold(1))
                .then(() -> live.tell(stored(2)))
                .assertNext(isTold(2))
                .thenCancel()
                .verify();
    }

    @Test
    void aPlaceAheadOfTheStoreStartsNow() {
        stored(1);

        StepVerifier.create(live.open("wang", Set.of(LEADS), NoticeCursor.at(Map.of(LEADS, 99L))))
                .assertNext(LiveStreamsTest::isOpened)
                .then(() -> live.tell(stored(2)))
                .assertNext(isTold(2))
                .thenCancel()
                .verify();
    }

    @Test
    void historyThatIsGoneIsAnnouncedBeforeWhatIsLeft() {
        for (int i = 1; i <= 5; i++) {
            stored(i);
        }
        notices.forget(LEADS, 3);

        StepVerifier.create(live.open("wang", Set.of(LEADS), NoticeCursor.at(Map.of(LEADS, 1L))))
                .assertNext(LiveStreamsTest::isOpened)
                .expectNext(new StreamItem.Cut(2, NoticeCursor.at(Map.of(LEADS, 3L))))
                .assertNext(isTold(4))
                .assertNext(isTold(5))
                .thenCancel()
                .verify();
    }

    @Test
    void historyThatIsGoneAltogetherIsAnnouncedBeforeAnythingElse() {
        for (int i = 1; i <= 5; i++) {
            stored(i);
        }
        notices.append(List.of(Samples.draft(ME, 1))).block();
        notices.forget(LEADS, 5);

        StepVerifier.create(live.open("wang", Set.of(LEADS, ME), NoticeCursor.at(Map.of(LEADS, 1L, ME, 0L))))
                .assertNext(item -> assertThat(((StreamItem.Opened) item).cursor())
                        .isEqualTo(NoticeCursor.at(Map.of(LEADS, 1L, ME, 0L))))
                .expectNext(new StreamItem.Cut(4, NoticeCursor.at(Map.of(LEADS, 5L, ME, 0L))))
                .assertNext(isAbout("fact-1"))
                .then(() -> live.tell(stored(6)))
                .assertNext(isTold(6))
                .thenCancel()
                .verify();
    }

    @Test
    void onePersonHasSoManyStreamsAndOthersHaveTheirs() {
        Disposable first = live.open("wang", Set.of(ME), start).subscribe();
        Disposable second = live.open("wang", Set.of(ME), start).subscribe();

        StepVerifier.create(live.open("wang", Set.of(ME), start)).verifyError(TooManyStreamsException.class);
        StepVerifier.create(live.open("li", Set.of(LEADS), start))
                .assertNext(LiveStreamsTest::isOpened)
                .thenCancel()
                .verify();
        first.dispose();
        StepVerifier.create(live.open("wang", Set.of(ME), start))
                .assertNext(LiveStreamsTest::isOpened)
                .thenCancel()
                .verify();
        second.dispose();
    }

    @Test
    void stoppingEndsEveryStreamAndNewOnesAtOnce() {
        StepVerifier.create(live.open("wang", Set.of(LEADS), start))
                .assertNext(LiveStreamsTest::isOpened)
                .then(live::stop)
                .verifyComplete();
        StepVerifier.create(live.open("wang", Set.of(LEADS), start))
                .thenConsumeWhile(item -> true)
                .verifyComplete();
    }

    private StepVerifier.Step<StreamItem> reading(Audience audience) {
        return StepVerifier.create(live.open("wang", Set.of(audience), NoticeCursor.NOWHERE))
                .assertNext(LiveStreamsTest::isOpened);
    }

    private void flood(int first) {
        for (int i = first; i < first + 20 * QUEUE; i++) {
            live.tell(stored(i));
        }
    }

    private Notice stored(int cause) {
        List<Stored> stored =
                notices.append(List.of(Samples.draft(LEADS, cause))).block();
        return Objects.requireNonNull(stored).getFirst().notice();
    }

    private static void isOpened(StreamItem item) {
        assertThat(item).isInstanceOf(StreamItem.Opened.class);
    }

    private static Consumer<StreamItem> isTold(long seq) {
        return item -> assertThat(seq(item)).isEqualTo(seq);
    }

    private static Consumer<StreamItem> isAbout(String cause) {
        return item ->
                assertThat(((StreamItem.Told) item).notice().content().cause()).isEqualTo(cause);
    }

    private static long seq(StreamItem item) {
        return ((StreamItem.Told) item).notice().seq();
    }
}
