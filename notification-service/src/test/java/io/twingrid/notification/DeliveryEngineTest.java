package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.chassis.testkit.Backends;
import io.twingrid.notification.channel.DeliveryEngine;
import io.twingrid.notification.channel.DeliveryLimits;
import io.twingrid.notification.channel.Sender;
import io.twingrid.notification.domain.Alarm;
import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Deliveries.Wanted;
import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.Delivery.Status;
import io.twingrid.notification.domain.DigestTime;
import io.twingrid.notification.domain.Handover;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Notices.Stored;
import io.twingrid.notification.domain.Planner;
import io.twingrid.notification.domain.Preferences;
import io.twingrid.notification.domain.Recipient;
import io.twingrid.notification.domain.Retries;
import io.twingrid.notification.domain.SampleTargets;
import io.twingrid.notification.domain.Samples;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.store.MongoDeliveries;
import io.twingrid.notification.store.MongoNotices;
import io.twingrid.notification.store.MongoTargets;
import io.twingrid.notification.store.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is planned is sent once, in order, by any number of instances, whatever hangs, fails or is killed. */
class DeliveryEngineTest {
    private static final MongoClient CLIENT = MongoClients.create(Backends.mongoUri());
    private static final Audience LEADS = Audience.inCommunity("tieshan", "community-lead");
    private static final int PARALLEL = 4;
    private static final Mono<Answer> TAKEN = Mono.just(new Answer.Taken("HTTP 200"));

    private final MongoDatabase database = CLIENT.getDatabase("engine-" + UUID.randomUUID());
    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    private final MongoNotices notices = new MongoNotices(database, 10, Duration.ofDays(20_000), clock);
    private final MongoDeliveries deliveries = new MongoDeliveries(database, Duration.ofDays(30));
    private final MongoTargets targets = new MongoTargets(database, deliveries, new SecretBox(""));
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private final List<DeliveryEngine> engines = new ArrayList<>();

    @BeforeEach
    void prepare() {
        notices.prepare().then(deliveries.prepare()).then(targets.prepare()).block();
    }

    @AfterEach
    void stop() {
        engines.forEach(DeliveryEngine::stop);
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    /** What targets of one kind answer, and what each of them was sent. */
    private static final class Recorder implements Sender {
        private final Function<Target, Mono<Answer>> answers;
        private final int most;
        private final Duration pace;
        private final Map<String, List<String>> sent = new ConcurrentHashMap<>();
        private final List<Instant> times = new CopyOnWriteArrayList<>();
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger peak = new AtomicInteger();

        Recorder(Function<Target, Mono<Answer>> answers) {
            this(answers, 1, Duration.ZERO);
        }

        Recorder(Function<Target, Mono<Answer>> answers, int most, Duration pace) {
            this.answers = answers;
            this.most = most;
            this.pace = pace;
        }

        @Override
        public int most() {
            return most;
        }

        @Override
        public Duration pace() {
            return pace;
        }

        @Override
        public Mono<Answer> send(Target target, List<Notice> all) {
            peak.accumulateAndGet(now.incrementAndGet(), Math::max);
            times.add(Instant.now());
            List<String> causes = sent.computeIfAbsent(target.id(), id -> new CopyOnWriteArrayList<>());
            all.forEach(notice -> causes.add(notice.content().cause()));
            return answers.apply(target).doFinally(end -> now.decrementAndGet());
        }

        List<String> to(String target) {
            return sent.getOrDefault(target, List.of());
        }
    }

    @Test
    void aTargetThatHangsHoldsUpNoOther() {
        Recorder sender = new Recorder(target -> "hangs".equals(target.id()) ? Mono.never() : TAKEN);
        webhooks("hangs", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8");
        engine(Map.of(TargetKind.CLOUDEVENTS, sender), Duration.ofMinutes(1));

        tell(1, 10);

        // All of this happens while the one message that hangs is still on its way.
        await(() -> IntStream.rangeClosed(1, 8).allMatch(i -> sender.to("w" + i).equals(causes(1, 10))));
        assertThat(sender.to("hangs")).containsExactly("fact-1");
        assertThat(sender.peak).hasValueLessThanOrEqualTo(PARALLEL);
        assertThat(list(new Wanted(null, null, "hangs", Status.WAITING))).hasSize(10);
    }

    @Test
    void aKindThatHangsAltogetherHoldsUpNoOtherKind() {
        Recorder hangs = new Recorder(target -> Mono.never());
        Recorder fine = new Recorder(target -> TAKEN);
        for (int i = 0; i < 3 * PARALLEL; i++) {
            targets.save(SampleTargets.webhook("w" + i, LEADS)).block();
        }
        targets.save(SampleTargets.group("robot", TargetKind.WECOM, LEADS)).block();
        engine(Map.of(TargetKind.CLOUDEVENTS, hangs, TargetKind.WECOM, fine), Duration.ofMinutes(1));

        tell(1, 10);

        await(() -> fine.to("robot").equals(causes(1, 10)));
        await(() -> hangs.now.get() == PARALLEL);
        assertThat(hangs.peak).hasValue(PARALLEL);
    }

    @Test
    void eachFactTwiceIsOneDeliveryWhoeverMakesIt() {
        Recorder sender = new Recorder(target -> TAKEN);
        webhooks("w1", "w2");
        engine(Map.of(TargetKind.CLOUDEVENTS, sender), Duration.ofSeconds(1));
        engine(Map.of(TargetKind.CLOUDEVENTS, sender), Duration.ofSeconds(1));

        List<Handover> once = handovers(1, 40);
        Mono.when(dispatch().take(once), dispatch().take(once)).block();
        dispatch().take(once).block();

        await(() -> list(new Wanted(null, null, null, Status.DELIVERED)).size() == 80);
        // Two who write the same at once write it in no order that either could promise.
        assertThat(sender.to("w1")).containsExactlyInAnyOrderElementsOf(causes(1, 40));
        assertThat(sender.to("w2")).containsExactlyInAnyOrderElementsOf(causes(1, 40));
        assertThat(registry.get("deliveries.pushed")
                        .tag("channel", "cloudevents")
                        .counter()
                        .count())
                .isEqualTo(80);
    }

    @Test
    void whatAKilledInstanceWasAtIsSentByAnother() {
        Recorder dying = new Recorder(target -> Mono.never());
        Recorder other = new Recorder(target -> TAKEN);
        webhooks("w");
        DeliveryEngine killed = engine(Map.of(TargetKind.CLOUDEVENTS, dying), Duration.ofSeconds(1));
        tell(1, 3);
        await(() -> dying.now.get() == 1);
        killed.stop();

        engine(Map.of(TargetKind.CLOUDEVENTS, other), Duration.ofSeconds(1));

        await(() -> other.to("w").equals(causes(1, 3)));
    }

    @Test
    void whoFailsIsTriedAgainThenPausedWithAnAlarmAndResumed() {
        AtomicInteger failures = new AtomicInteger(3);
        Recorder sender = new Recorder(target ->
                failures.getAndDecrement() > 0 ? Mono.error(new IllegalStateException("unreachable")) : TAKEN);
        webhooks("w");
        DeliveryEngine engine = engine(Map.of(TargetKind.CLOUDEVENTS, sender), Duration.ofSeconds(1));

        tell(1, 2);

        await(() -> Objects.requireNonNull(targets.find("w").block()).paused() != null);
        assertThat(sender.to("w")).containsExactly("fact-1", "fact-1", "fact-1");
        assertThat(alarms).containsExactly("w: IllegalStateException");
        assertThat(registry.get("deliveries.failed").counter().count()).isEqualTo(3);
        assertThat(registry.get("deliveries.retried").counter().count()).isEqualTo(2);

        targets.resume("w", clock.instant()).block();
        engine.wake();

        await(() -> sender.to("w").size() == 5);
        assertThat(sender.to("w").subList(3, 5)).isEqualTo(causes(1, 2));
        Delivery first = list(new Wanted(null, null, "w", null)).getLast();
        assertThat(first.tries()).isEqualTo(4);
        assertThat(first.attempts())
                .extracting(Delivery.Attempt::outcome)
                .containsExactly("failed", "failed", "failed", "taken");
    }

    @Test
    void whoDoesNotAnswerInTimeHasFailed() {
        AtomicInteger calls = new AtomicInteger();
        Recorder sender = new Recorder(target -> calls.incrementAndGet() == 1 ? Mono.never() : TAKEN);
        webhooks("w");
        engine(Map.of(TargetKind.CLOUDEVENTS, sender), Duration.ofMillis(300));

        tell(1, 1);

        await(() -> sender.to("w").size() == 2);
        await(() -> list(new Wanted(null, null, "w", Status.DELIVERED)).size() == 1);
        assertThat(list(new Wanted(null, null, "w", null)).getFirst().attempts())
                .extracting(Delivery.Attempt::outcome)
                .containsExactly("failed", "taken");
    }

    @Test
    void aBrowserThatIsGoneIsForgottenWithWhatWaitsForIt() {
        Recorder sender = new Recorder(target -> Mono.just(new Answer.Gone("HTTP 410")));
        targets.save(SampleTargets.browser("b", "wang")).block();
        engine(Map.of(TargetKind.PUSH, sender), Duration.ofSeconds(1));

        tell(1, 3, new Recipient("wang", Set.of(LEADS), Preferences.USUAL));

        await(() -> targets.find("b").blockOptional().isEmpty());
        await(() -> list(new Wanted(null, null, "b", Status.REFUSED)).size() == 3);
        assertThat(sender.to("b")).containsExactly("fact-1");
        assertThat(alarms).isEmpty();
    }

    @Test
    void aRobotIsNotCalledFasterThanItsPaceAndGetsManyInOne() {
        Duration pace = Duration.ofMillis(400);
        Recorder sender = new Recorder(target -> TAKEN, 5, pace);
        targets.save(SampleTargets.group("robot", TargetKind.WECOM, LEADS)).block();
        engine(Map.of(TargetKind.WECOM, sender), Duration.ofSeconds(1));
        engine(Map.of(TargetKind.WECOM, sender), Duration.ofSeconds(1));

        tell(1, 12);

        await(() -> sender.to("robot").size() == 12);
        assertThat(sender.to("robot")).isEqualTo(causes(1, 12));
        assertThat(sender.times).hasSize(3);
        for (int i = 1; i < sender.times.size(); i++) {
            assertThat(Duration.between(sender.times.get(i - 1), sender.times.get(i)))
                    .isGreaterThanOrEqualTo(pace.minusMillis(5));
        }
    }

    private DeliveryEngine engine(Map<TargetKind, Sender> senders, Duration timeLimit) {
        Alarm alarm = (target, since, why) -> Mono.fromRunnable(() -> alarms.add(target.id() + ": " + why));
        Retries retries = new Retries(List.of(Duration.ofMillis(50), Duration.ofMillis(50)));
        DeliveryLimits limits = new DeliveryLimits(
                Duration.ofMillis(50), PARALLEL, timeLimit, timeLimit.multipliedBy(2), Duration.ofDays(1), retries);
        DeliveryEngine engine =
                new DeliveryEngine(senders, notices, deliveries, targets, targets, alarm, limits, clock, registry);
        engines.add(engine);
        engine.start();
        return engine;
    }

    private void webhooks(String... ids) {
        for (String id : ids) {
            targets.save(SampleTargets.webhook(id, LEADS)).block();
        }
    }

    private Dispatch dispatch() {
        return new Dispatch(
                targets,
                deliveries,
                targets,
                new Planner(new DigestTime(LocalTime.of(18, 0), ZoneOffset.UTC), Set.of(TargetKind.values())),
                clock,
                () -> engines.forEach(DeliveryEngine::wake));
    }

    private void tell(int first, int last, Recipient... recipients) {
        dispatch().take(handovers(first, last, recipients)).block();
    }

    private List<Handover> handovers(int first, int last, Recipient... recipients) {
        List<Stored> stored = Objects.requireNonNull(notices.append(IntStream.rangeClosed(first, last)
                        .mapToObj(cause -> Samples.draft(LEADS, cause))
                        .toList())
                .block());
        return stored.stream()
                .map(one -> new Handover(one.notice(), List.of(recipients)))
                .toList();
    }

    private static List<String> causes(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "fact-" + i).toList();
    }

    private List<Delivery> list(Wanted wanted) {
        return Objects.requireNonNull(
                deliveries.list(wanted, null, 1000).collectList().block());
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Town.PATIENCE).until(condition);
    }
}
