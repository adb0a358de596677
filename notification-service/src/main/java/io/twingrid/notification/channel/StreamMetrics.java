package io.twingrid.notification.channel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.twingrid.notification.domain.Notice;
import java.time.Clock;
import java.time.Duration;

/** What is counted of all streams. */
final class StreamMetrics {
    private final Counter live;
    private final Counter replayed;
    private final Counter slow;
    private final Counter storeAway;
    private final Counter tooMany;
    private final Timer age;
    private final Clock clock;

    StreamMetrics(MeterRegistry registry, Clock clock) {
        this.live = pushed(registry, "live");
        this.replayed = pushed(registry, "replay");
        this.slow = disconnected(registry, "slow");
        this.storeAway = disconnected(registry, "store-away");
        this.tooMany = Counter.builder("notices.refused")
                .description("Streams that were not opened because their person has as many as he may have")
                .register(registry);
        this.age = Timer.builder("notices.age")
                .description("From the fact to the push of its notice into a live stream")
                .publishPercentileHistogram()
                .register(registry);
        this.clock = clock;
    }

    void pushedLive(Notice notice) {
        live.increment();
        age.record(Duration.between(notice.content().at(), clock.instant()).abs());
    }

    void replayed() {
        replayed.increment();
    }

    void tooSlow() {
        slow.increment();
    }

    void tooMany() {
        tooMany.increment();
    }

    void storeAway() {
        storeAway.increment();
    }

    private static Counter pushed(MeterRegistry registry, String way) {
        return Counter.builder("notices.pushed")
                .description("Notices that went into a stream: as they were stored, or out of the store after a cut")
                .tag("channel", "stream")
                .tag("way", way)
                .register(registry);
    }

    private static Counter disconnected(MeterRegistry registry, String reason) {
        return Counter.builder("notices.disconnected")
                .description("Streams that were ended before their reader ended them")
                .tag("reason", reason)
                .register(registry);
    }
}
