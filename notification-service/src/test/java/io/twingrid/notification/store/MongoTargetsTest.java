package io.twingrid.notification.store;

import static io.twingrid.notification.domain.SampleTargets.browser;
import static io.twingrid.notification.domain.SampleTargets.webhook;
import static io.twingrid.notification.domain.Samples.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.testkit.Backends;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.Lane;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.domain.Targets.Registered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Targets are kept with their secrets sealed, and claimed by one instance at a time. */
class MongoTargetsTest {
    private static final MongoClient CLIENT = MongoClients.create(Backends.mongoUri());
    private static final Audience LEADS = Audience.inCommunity("tieshan", "community-lead");
    private static final Audience OTHERS = Audience.inCommunity("shenqing", "community-lead");
    private static final Instant LEASE = NINE.plusSeconds(60);

    private final MongoDatabase database = CLIENT.getDatabase("targets-" + UUID.randomUUID());
    private final MongoDeliveries deliveries = new MongoDeliveries(database, Duration.ofDays(20_000));
    private final MongoTargets targets = new MongoTargets(database, deliveries, new SecretBox("a key of the operator"));

    @BeforeEach
    void prepare() {
        deliveries.prepare().then(targets.prepare()).block();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        Target mailbox = new Target(
                "m",
                TargetKind.EMAIL,
                "admin",
                "office",
                Set.of(LEADS),
                Set.of("escalated"),
                Language.EN,
                true,
                new Address.Mailbox("office@example.org"),
                NINE);
        for (Target target : List.of(webhook("w", LEADS, OTHERS), browser("b", "wang"), mailbox)) {
            targets.save(target).block();

            assertThat(found(target.id()).target()).isEqualTo(target);
        }
    }

    @Test
    void whoReadsTheStoreReadsNoSecrets() {
        targets.save(webhook("w", LEADS))
                .then(targets.save(browser("b", "wang")))
                .block();

        List<BsonDocument> raw = Flux.from(
                        database.getCollection("targets", BsonDocument.class).find())
                .collectList()
                .block();

        assertThat(raw).hasSize(2).allSatisfy(document -> assertThat(document.toJson())
                .doesNotContain("hidden-url", "hidden-secret", "example.org"));
        MongoTargets withoutKey = new MongoTargets(database, deliveries, new SecretBox(""));
        assertThatThrownBy(() -> withoutKey.find("w").block()).hasMessageContaining("DELIVERY_STORE_KEY");
    }

    @Test
    void eachIsFoundByThoseItIsFor() {
        targets.save(webhook("w1", LEADS)).block();
        targets.save(webhook("w2", LEADS, OTHERS)).block();
        targets.save(browser("b", "wang")).block();

        assertThat(targets.listeningTo(Set.of(OTHERS))
                        .map(Target::id)
                        .collectList()
                        .block())
                .containsExactly("w2");
        assertThat(targets.of(Set.of("wang")).map(Target::id).collectList().block())
                .containsExactly("b");
        assertThat(targets.of(Set.of("admin")).collectList().block()).isEmpty();
        assertThat(hooks(null, null)).containsExactly("w1", "w2");
        assertThat(hooks(null, "w1")).containsExactly("w2");
        assertThat(hooks(Set.of(LEADS), null)).containsExactly("w1");
        assertThat(targets.remove("w1").block()).isTrue();
        assertThat(targets.remove("w1").block()).isFalse();
    }

    @Test
    void onlyWhatHasSomethingDueIsClaimedAndByOneAtATime() {
        targets.save(webhook("w", LEADS)).block();
        assertThat(claim(NINE)).isNull();
        plan("n1", "w", NINE);

        assertThat(claim(NINE.minusMillis(1))).isNull();
        Lane lane = Objects.requireNonNull(claim(NINE));
        assertThat(lane.target()).isEqualTo(webhook("w", LEADS));
        assertThat(claim(NINE)).isNull();

        Lane next = Objects.requireNonNull(claim(LEASE), "the claim of a killed instance ends");
        targets.leave(lane, lane.resting(NINE)).block();
        assertThat(claim(LEASE)).as("who lost his claim gives nothing back").isNull();
        targets.leave(next, next.resting(LEASE)).block();
        assertThat(claim(LEASE)).isNotNull();
    }

    @Test
    void whoLeavesWithNothingDueWaitsForWhatIsPlannedNext() {
        targets.save(webhook("w", LEADS)).block();
        plan("n1", "w", NINE);
        Lane lane = Objects.requireNonNull(claim(NINE));
        deliveries.expire("w", NINE.plusSeconds(1)).block();
        targets.leave(lane, lane.resting(NINE)).block();

        assertThat(claim(LEASE)).isNull();
        plan("n2", "w", LEASE);
        assertThat(claim(LEASE)).isNotNull();
    }

    @Test
    void whatIsPlannedWhileItIsClaimedIsNotForgotten() {
        targets.save(webhook("w", LEADS)).block();
        plan("n1", "w", NINE);
        Lane lane = Objects.requireNonNull(claim(NINE));
        deliveries.expire("w", NINE.plusSeconds(1)).block();
        targets.wake(Map.of("w", NINE)).block();

        targets.leave(lane, lane.resting(NINE)).block();

        assertThat(claim(NINE)).isNotNull();
    }

    @Test
    void aPausedOneIsCalledAgainWhenSomebodySaysSo() {
        targets.save(webhook("w", LEADS)).block();
        plan("n1", "w", NINE);
        Lane lane = Objects.requireNonNull(claim(NINE));
        targets.leave(lane, new Lane.Left(NINE, 3, NINE, "HTTP 503")).block();
        plan("n2", "w", NINE);

        assertThat(claim(LEASE)).isNull();
        assertThat(found("w")).isEqualTo(new Registered(webhook("w", LEADS), 3, NINE, "HTTP 503"));

        assertThat(targets.resume("w", LEASE).block()).isTrue();
        Lane again = Objects.requireNonNull(claim(LEASE));
        assertThat(again.failures()).isZero();
        assertThat(again.failingSince()).isNull();
        assertThat(found("w").paused()).isNull();
        assertThat(targets.resume("nobody", LEASE).block()).isFalse();
    }

    @Test
    void changingATargetKeepsHowItFares() {
        targets.save(webhook("w", LEADS)).block();
        plan("n1", "w", NINE);
        Lane lane = Objects.requireNonNull(claim(NINE));
        targets.leave(lane, new Lane.Left(LEASE, 2, NINE, null)).block();

        targets.save(webhook("w", OTHERS)).block();

        assertThat(found("w")).isEqualTo(new Registered(webhook("w", OTHERS), 2, NINE, null));
        assertThat(claim(NINE)).isNull();
        assertThat(claim(LEASE)).isNotNull();
    }

    private void plan(String notice, String target, Instant due) {
        deliveries
                .plan(List.of(new Delivery(
                        notice, target, TargetKind.CLOUDEVENTS, due, Delivery.Status.WAITING, 0, List.of())))
                .then(targets.wake(Map.of(target, due)))
                .block();
    }

    private @Nullable Lane claim(Instant now) {
        return targets.claim(TargetKind.CLOUDEVENTS, now, now.plusSeconds(60)).block();
    }

    private Registered found(String id) {
        return Objects.requireNonNull(targets.find(id).block());
    }

    private @Nullable List<String> hooks(@Nullable Set<Audience> within, @Nullable String after) {
        return targets.hooks(within, after, 10)
                .map(found -> found.target().id())
                .collectList()
                .block();
    }
}
