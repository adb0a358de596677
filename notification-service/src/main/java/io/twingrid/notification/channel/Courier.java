package io.twingrid.notification.channel;

import io.twingrid.notification.domain.Alarm;
import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Deliveries;
import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.Delivery.Attempt;
import io.twingrid.notification.domain.Delivery.Result;
import io.twingrid.notification.domain.Lane;
import io.twingrid.notification.domain.Lanes;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.domain.Targets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the deliveries of one claimed target after the other's turn: message by message, each kept before the next.
 *
 * <p>A message whose outcome was not kept, because this instance was killed, is sent again by whoever claims the target
 * next. Receivers tell it by the notice's id.
 */
final class Courier {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    /** Messages in one turn; then the others who wait get theirs. */
    private static final int TURN = 32;

    private final Sender sender;
    private final Stores stores;
    private final Alarm alarm;
    private final DeliveryLimits limits;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    Courier(Sender sender, Stores stores, Alarm alarm, DeliveryLimits limits, DeliveryMetrics metrics, Clock clock) {
        this.sender = sender;
        this.stores = stores;
        this.alarm = alarm;
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Where everything lies. */
    record Stores(Notices notices, Deliveries deliveries, Targets targets, Lanes lanes) {}

    /** Serves a target for a turn and leaves it. */
    Mono<Void> serve(Lane lane) {
        Instant now = clock.instant();
        return stores.deliveries()
                .expire(lane.target().id(), now.minus(limits.giveUpAfter()))
                .doOnNext(count -> metrics.expired(count.doubleValue()))
                // A message must end before the claim does, or two instances would send.
                .then(Mono.defer(() -> next(lane, now.plus(limits.lease()).minus(limits.timeLimit()), TURN)));
    }

    private Mono<Void> next(Lane lane, Instant until, int messages) {
        Instant now = clock.instant();
        if (messages == 0 || now.isAfter(until)) {
            return stores.lanes().leave(lane, lane.resting(now));
        }
        return stores.deliveries()
                .due(lane.target().id(), now, sender.most())
                .collectList()
                .flatMap(due -> due.isEmpty()
                        ? stores.lanes().leave(lane, lane.resting(now))
                        : message(lane, due).flatMap(answer -> then(lane.after(answer, now), answer, until, messages)));
    }

    private Mono<Answer> message(Lane lane, List<Delivery> due) {
        return noticesOf(due).flatMap(notices -> send(lane.target(), notices)
                .doOnNext(answer -> metrics.tried(due, notices, answer))
                .flatMap(answer -> stores.deliveries()
                        .tried(due, Result.of(answer, clock.instant()))
                        .thenReturn(answer)));
    }

    private Mono<List<Notice>> noticesOf(List<Delivery> due) {
        return Flux.fromIterable(due)
                .concatMap(delivery -> stores.notices().find(delivery.noticeId()))
                .collectList();
    }

    private Mono<Answer> send(Target target, List<Notice> notices) {
        if (notices.isEmpty()) {
            return Mono.just(new Answer.Refused("the notice is not kept any more"));
        }
        return Mono.defer(() -> sender.send(target, notices))
                .timeout(limits.timeLimit())
                .onErrorResume(e -> {
                    log.debug("{} {} was not reached", target.kind(), target.id(), e);
                    return Mono.just(new Answer.Failed(reason(e), null));
                });
    }

    private Mono<Void> then(Lane lane, Answer answer, Instant until, int messages) {
        if (answer instanceof Answer.Gone gone && lane.target().kind() == TargetKind.PUSH) {
            return forget(lane.target(), gone);
        }
        Lane.Left left = lane.left(answer, clock.instant(), sender.pace(), limits.retries());
        if (left.paused() != null) {
            return pause(lane, left, left.paused());
        }
        boolean heard = answer instanceof Answer.Taken || answer instanceof Answer.Refused;
        return heard && sender.pace().equals(Duration.ZERO)
                ? next(lane, until, messages - 1)
                : stores.lanes().leave(lane, left);
    }

    /** A browser that has let its subscription go does not come back under the same address. */
    private Mono<Void> forget(Target target, Answer.Gone gone) {
        return stores.targets()
                .remove(target.id())
                .then(stores.deliveries().drop(target.id(), new Attempt(clock.instant(), "gone", gone.detail())));
    }

    /** The alarm comes first: if we are killed between, the next failure sounds it again, and it is heard once. */
    private Mono<Void> pause(Lane lane, Lane.Left left, String why) {
        log.warn("{} {} is paused: {}", lane.target().kind(), lane.target().id(), why);
        metrics.paused();
        return alarm.paused(lane.target(), Objects.requireNonNull(lane.failingSince()), why)
                .then(stores.lanes().leave(lane, left));
    }

    /** What an admin is told: which kind of failure, without addresses. */
    private String reason(Throwable e) {
        return e instanceof TimeoutException
                ? "no answer within " + limits.timeLimit().toSeconds() + " s"
                : e.getClass().getSimpleName();
    }
}
