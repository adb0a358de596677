package io.twingrid.notification.channel;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.NoticeCursor;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.SlowReaderException;
import io.twingrid.notification.domain.StreamItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;
import reactor.core.scheduler.Schedulers;

/**
 * One reader's stream. In each of his audiences it knows the last seq that he was given; a notice that is the next goes
 * out as it is, one that he has is passed over, and one that leaves a gap makes the stream read the store. So its queue may
 * overflow without a loss, and a burst costs an attentive reader nothing.
 */
final class NoticeStream {
    private static final Logger log = LoggerFactory.getLogger(NoticeStream.class);
    /** Signals taken out of the queue ahead of the one at work: few, because the queue is what counts as waiting. */
    private static final int AHEAD = 1;

    private static final Comparator<Notice> BY_TIME =
            Comparator.comparing((Notice notice) -> notice.content().at());

    private final Set<Audience> audiences;
    private final Notices notices;
    private final StreamLimits limits;
    private final StreamMetrics metrics;
    private final Clock clock;
    private final Sinks.Many<Signal> queue;
    private final Sinks.Empty<Void> end = Sinks.empty();
    // Touched by one signal after the other, never by two at a time.
    private final Map<Audience, Long> places = new HashMap<>();
    private NoticeCursor cursor = NoticeCursor.NOWHERE;
    /** Since when there has been no room for a signal; null while there is. The store has what the signal told of. */
    private final AtomicReference<@Nullable Instant> behindSince = new AtomicReference<>();

    private volatile Instant taken;

    NoticeStream(Set<Audience> audiences, Notices notices, StreamLimits limits, StreamMetrics metrics, Clock clock) {
        this.audiences = Set.copyOf(audiences);
        this.notices = notices;
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
        this.taken = clock.instant();
        this.queue = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(limits.queue()));
    }

    Set<Audience> audiences() {
        return audiences;
    }

    /**
     * Wakes the stream. What there is no room for is read from the store later; but a reader who takes nothing for long
     * while there is no room is disconnected.
     */
    void offer(Signal signal) {
        if (hasRoomFor(signal)) {
            return;
        }
        Instant now = clock.instant();
        Instant since = Objects.requireNonNull(behindSince.updateAndGet(before -> before == null ? now : before));
        // If there is room by now, the reader has taken all, and would not look into the store by himself.
        if (!hasRoomFor(new Signal.LookAgain())) {
            Duration stuck = Duration.between(taken.isAfter(since) ? taken : since, now);
            if (stuck.compareTo(limits.patience()) > 0
                    && end.tryEmitError(new SlowReaderException(stuck)).isSuccess()) {
                metrics.tooSlow();
            }
        }
    }

    private boolean hasRoomFor(Signal signal) {
        EmitResult result = queue.tryEmitNext(signal);
        while (result == EmitResult.FAIL_NON_SERIALIZED) {
            Thread.onSpinWait();
            result = queue.tryEmitNext(signal);
        }
        return result != EmitResult.FAIL_OVERFLOW;
    }

    void end() {
        end.tryEmitEmpty();
    }

    /** What the reader gets; if some of what he missed is gone, that is the first thing he is told. */
    Flux<StreamItem> from(List<Beginning> beginnings) {
        beginnings.forEach(beginning -> places.put(beginning.audience(), beginning.place()));
        List<StreamItem> first = new ArrayList<>(List.of(new StreamItem.Opened(NoticeCursor.at(places))));
        beginnings.forEach(beginning -> places.put(beginning.audience(), beginning.kept()));
        cursor = NoticeCursor.at(places);
        long gone = beginnings.stream().mapToLong(Beginning::missed).sum();
        if (gone > 0) {
            first.add(new StreamItem.Cut(gone, cursor));
        }
        boolean missed = beginnings.stream().anyMatch(beginning -> beginning.kept() < beginning.head());
        // The thread that offers is the topic's: it must not do the work of every reader.
        Flux<Signal> signals = queue.asFlux().publishOn(Schedulers.parallel(), AHEAD);
        Flux<StreamItem> told = (missed ? signals.startWith(new Signal.LookAgain()) : signals)
                .concatMap(this::on, AHEAD)
                .onErrorResume(this::storeAway);
        Flux<StreamItem> beats =
                Flux.interval(limits.heartbeat()).onBackpressureDrop().map(tick -> new StreamItem.Beat());
        // The end does not wait behind what the reader does not take.
        return Flux.fromIterable(first)
                .concatWith(told.mergeWith(beats))
                .doOnNext(item -> taken = clock.instant())
                .takeUntilOther(end.asMono());
    }

    private Flux<StreamItem> on(Signal signal) {
        if (behindSince.getAndSet(null) != null) {
            return missedAnywhere();
        }
        return switch (signal) {
            case Signal.Announced announced -> announced(announced.notice());
            case Signal.LookAgain lookAgain -> missedAnywhere();
        };
    }

    private Flux<StreamItem> announced(Notice notice) {
        long place = place(notice.audience());
        if (notice.seq() <= place) {
            return Flux.empty();
        }
        Flux<Notice> next = notice.seq() == place + 1 ? Flux.just(notice) : notices.after(notice.audience(), place);
        return next.concatMapIterable(this::advance).doOnNext(item -> {
            if (item instanceof StreamItem.Told told) {
                metrics.pushedLive(told.notice());
            }
        });
    }

    /** What the store has behind the reader's places: each audience in its order, all of them by time as far as that goes. */
    private Flux<StreamItem> missedAnywhere() {
        Flux<Notice> missed = Flux.empty();
        for (Audience audience : audiences) {
            missed = missed.mergeComparingWith(notices.after(audience, place(audience)), BY_TIME);
        }
        return missed.concatMapIterable(this::advance).doOnNext(item -> metrics.replayed());
    }

    private List<StreamItem> advance(Notice notice) {
        List<StreamItem> items = new ArrayList<>(2);
        long missing = notice.seq() - place(notice.audience()) - 1;
        if (missing > 0) {
            cursor = cursor.with(notice.audience(), notice.seq() - 1);
            items.add(new StreamItem.Cut(missing, cursor));
        }
        places.put(notice.audience(), notice.seq());
        cursor = cursor.with(notice.audience(), notice.seq());
        items.add(new StreamItem.Told(notice, cursor));
        return items;
    }

    private long place(Audience audience) {
        return places.getOrDefault(audience, 0L);
    }

    /** The reader comes back with his last id, and by then the store may be there again. */
    private Flux<StreamItem> storeAway(Throwable e) {
        log.warn("a stream ends because the store cannot be read: {}", e.toString());
        metrics.storeAway();
        end();
        return Flux.empty();
    }
}
