package io.twingrid.notification.store;

import static io.twingrid.notification.domain.Samples.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.twingrid.chassis.testkit.Backends;
import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Deliveries.Wanted;
import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.Delivery.Attempt;
import io.twingrid.notification.domain.Delivery.Result;
import io.twingrid.notification.domain.Delivery.Status;
import io.twingrid.notification.domain.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries are kept once, found when they are due, and end once. */
class MongoDeliveriesTest {
    private static final MongoClient CLIENT = MongoClients.create(Backends.mongoUri());
    private static final Wanted ALL = new Wanted(null, null, null, null);
    private static final Answer BUSY = new Answer.Failed("HTTP 503", null);
    private static final Answer TAKEN = new Answer.Taken("HTTP 200");

    private final MongoDeliveries deliveries =
            new MongoDeliveries(CLIENT.getDatabase("deliveries-" + UUID.randomUUID()), Duration.ofDays(20_000));

    @BeforeEach
    void prepare() {
        deliveries.prepare().block();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void whatIsPlannedAgainStaysAsItIs() {
        Delivery first = planned("n1", "t1", NINE);
        deliveries.plan(List.of(first)).block();
        deliveries.tried(List.of(first), Result.of(TAKEN, NINE)).block();

        deliveries
                .plan(List.of(first, planned("n2", "t1", NINE), planned("n1", "t2", NINE)))
                .block();

        assertThat(list(ALL)).extracting(Delivery::id).containsExactly("n2/t1", "n1/t2", "n1/t1");
        assertThat(list(ALL).getLast().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void whatIsDueComesInItsOrderAndNotBefore() {
        deliveries
                .plan(List.of(
                        planned("n3", "t", NINE.plusSeconds(60)),
                        planned("n2", "t", NINE),
                        planned("n1", "t", NINE),
                        planned("n0", "other", NINE)))
                .block();

        assertThat(due("t", NINE.minusMillis(1), 9)).isEmpty();
        assertThat(due("t", NINE, 9)).extracting(Delivery::noticeId).containsExactly("n1", "n2");
        assertThat(due("t", NINE.plusSeconds(60), 2))
                .extracting(Delivery::noticeId)
                .containsExactly("n1", "n2");
        assertThat(deliveries.nextDue("t").block()).isEqualTo(NINE);
        assertThat(deliveries.nextDue("nobody").blockOptional()).isEmpty();
    }

    @Test
    void aFailureIsNotedAndWaitsOnUntilOneTryIsTaken() {
        Delivery delivery = planned("n1", "t", NINE);
        deliveries.plan(List.of(delivery)).block();

        deliveries
                .tried(List.of(delivery), Result.of(BUSY, NINE.plusSeconds(1)))
                .block();
        deliveries
                .tried(List.of(delivery), Result.of(TAKEN, NINE.plusSeconds(9)))
                .block();
        deliveries
                .tried(List.of(delivery), Result.of(BUSY, NINE.plusSeconds(10)))
                .block();

        Delivery kept = list(ALL).getFirst();
        assertThat(kept.status()).isEqualTo(Status.DELIVERED);
        assertThat(kept.tries()).isEqualTo(2);
        assertThat(kept.attempts())
                .containsExactly(
                        new Attempt(NINE.plusSeconds(1), "failed", "HTTP 503"),
                        new Attempt(NINE.plusSeconds(9), "taken", "HTTP 200"));
    }

    @Test
    void whatIsNoNewsAnyMoreOrHasNobodyToGoToEnds() {
        deliveries
                .plan(List.of(
                        planned("n1", "t", NINE), planned("n2", "t", NINE.plusSeconds(60)), planned("n1", "u", NINE)))
                .block();

        assertThat(deliveries.expire("t", NINE.plusSeconds(1)).block()).isEqualTo(1);
        deliveries.drop("u", new Attempt(NINE, "gone", "HTTP 410")).block();

        assertThat(list(new Wanted(null, null, null, Status.EXPIRED)))
                .extracting(Delivery::id)
                .containsExactly("n1/t");
        assertThat(list(new Wanted(null, null, null, Status.WAITING)))
                .extracting(Delivery::id)
                .containsExactly("n2/t");
        assertThat(list(new Wanted(null, null, "u", null)).getFirst().attempts())
                .containsExactly(new Attempt(NINE, "gone", "HTTP 410"));
    }

    @Test
    void theListIsNarrowedDownAndPagedTheNewestNoticeFirst() {
        Delivery push = new Delivery("n2", "p", TargetKind.PUSH, NINE, Status.WAITING, 0, List.of());
        deliveries
                .plan(List.of(planned("n1", "t", NINE), push, planned("n2", "t", NINE), planned("n20", "t", NINE)))
                .block();

        assertThat(list(new Wanted("n2", null, null, null)))
                .extracting(Delivery::id)
                .containsExactly("n2/t", "n2/p");
        assertThat(list(new Wanted("n2", TargetKind.PUSH, null, null))).containsExactly(push);
        assertThat(page(ALL, null, 2)).extracting(Delivery::id).containsExactly("n20/t", "n2/t");
        assertThat(page(ALL, "n2/t", 2)).extracting(Delivery::id).containsExactly("n2/p", "n1/t");
    }

    private static Delivery planned(String notice, String target, Instant due) {
        return new Delivery(notice, target, TargetKind.CLOUDEVENTS, due, Status.WAITING, 0, List.of());
    }

    private List<Delivery> due(String target, Instant now, int limit) {
        return Objects.requireNonNull(
                deliveries.due(target, now, limit).collectList().block());
    }

    private List<Delivery> list(Wanted wanted) {
        return page(wanted, null, 100);
    }

    private List<Delivery> page(Wanted wanted, @Nullable String before, int limit) {
        return Objects.requireNonNull(
                deliveries.list(wanted, before, limit).collectList().block());
    }
}
