package io.twingrid.notification.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.LiveNotices;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.NoticeCursor;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.StreamItem;
import io.twingrid.notification.domain.TooManyStreamsException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The live streams of this instance, by audience.
 *
 * <p>A stream is registered before it looks where it stands, so a notice is in what it reads from the store, or in its
 * queue, or in both, which its places sort out. All streams are ended before the server stops: none ends by itself, and a
 * graceful stop would wait for them.
 */
public final class LiveStreams implements LiveNotices, SmartLifecycle {
    private final Notices notices;
    private final StreamLimits limits;
    private final StreamMetrics metrics;
    private final Clock clock;
    private final Set<NoticeStream> streams = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<Audience, Set<NoticeStream>> readers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> streamsOf = new ConcurrentHashMap<>();
    private volatile boolean running = true;

    public LiveStreams(Notices notices, StreamLimits limits, Clock clock, MeterRegistry registry) {
        this.notices = notices;
        this.limits = limits;
        this.clock = clock;
        this.metrics = new StreamMetrics(registry, clock);
        registry.gaugeCollectionSize("notices.clients", Tags.empty(), streams);
    }

    @Override
    public Flux<StreamItem> open(String person, Set<Audience> audiences, NoticeCursor since) {
        return Flux.using(
                () -> admit(person),
                admitted -> Flux.using(
                        () -> register(new NoticeStream(audiences, notices, limits, metrics, clock)),
                        stream -> start(stream, since),
                        this::unregister),
                this::leave);
    }

    @Override
    public void tell(Notice notice) {
        Signal announced = new Signal.Announced(notice);
        readers.getOrDefault(notice.audience(), Set.of()).forEach(stream -> stream.offer(announced));
    }

    @Override
    public void lookAgain() {
        streams.forEach(stream -> stream.offer(new Signal.LookAgain()));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        streams.forEach(NoticeStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Flux<StreamItem> start(NoticeStream stream, NoticeCursor since) {
        return Flux.fromIterable(stream.audiences())
                .flatMap(audience -> beginning(audience, since))
                .collectList()
                .flatMapMany(stream::from);
    }

    /** A place that is ahead of the store is of another store, or of one that was set back: the reader starts now. */
    private Mono<Beginning> beginning(Audience audience, NoticeCursor since) {
        return notices.head(audience).flatMap(head -> {
            long place = Math.min(head, since.seqOf(audience).orElse(head));
            if (place == head) {
                return Mono.just(new Beginning(audience, head, head, head));
            }
            return notices.firstAfter(audience, place)
                    .map(oldest -> oldest - 1)
                    .defaultIfEmpty(head)
                    .map(kept -> new Beginning(audience, place, kept, head));
        });
    }

    private String admit(String person) {
        streamsOf.merge(person, 1, (there, one) -> {
            if (there >= limits.perPerson()) {
                metrics.tooMany();
                throw new TooManyStreamsException(limits.perPerson());
            }
            return there + one;
        });
        return person;
    }

    private void leave(String person) {
        streamsOf.computeIfPresent(person, (key, there) -> there == 1 ? null : there - 1);
    }

    private NoticeStream register(NoticeStream stream) {
        streams.add(stream);
        stream.audiences()
                .forEach(audience -> readers.compute(audience, (key, there) -> {
                    Set<NoticeStream> all = there == null ? ConcurrentHashMap.newKeySet() : there;
                    all.add(stream);
                    return all;
                }));
        if (!running) {
            stream.end();
        }
        return stream;
    }

    private void unregister(NoticeStream stream) {
        streams.remove(stream);
        stream.audiences()
                .forEach(audience -> readers.computeIfPresent(audience, (key, there) -> {
                    there.remove(stream);
                    return there.isEmpty() ? null : there;
                }));
    }
}
