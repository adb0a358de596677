package io.twingrid.notification.channel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.twingrid.notification.domain.Answer;
import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.TargetKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is counted of the targets of one kind. */
final class DeliveryMetrics {
    private final Counter pushed;
    private final Counter failed;
    private final Counter retried;
    private final Counter expired;
    private final Counter paused;
    private final Timer age;
    private final Clock clock;

    DeliveryMetrics(TargetKind kind, MeterRegistry registry, Clock clock) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        this.pushed = counter(registry, "pushed", word, "Notices that a target has taken");
        this.failed = counter(registry, "failed", word, "Notices that a target did not take when it was tried");
        this.retried = counter(registry, "retried", word, "Tries that were not a notice's first");
        this.expired = counter(registry, "expired", word, "Notices that could not be sent while they were news");
        this.paused = counter(registry, "paused", word, "Targets that are not called any more until somebody says so");
        this.age = Timer.builder("deliveries.age")
                .description("From the fact until a target has taken its notice")
                .tag("channel", word)
                .publishPercentileHistogram()
                .register(registry);
        this.clock = clock;
    }

    void tried(List<Delivery> sent, List<Notice> notices, Answer answer) {
        sent.stream().filter(delivery -> delivery.tries() > 0).forEach(again -> retried.increment());
        if (answer instanceof Answer.Taken) {
            pushed.increment(sent.size());
            notices.forEach(notice -> age.record(
                    Duration.between(notice.content().at(), clock.instant()).abs()));
        } else {
            failed.increment(sent.size());
        }
    }

    void expired(double count) {
        expired.increment(count);
    }

    void paused() {
        paused.increment();
    }

    private static Counter counter(MeterRegistry registry, String name, String channel, String description) {
        return Counter.builder("deliveries." + name)
                .description(description)
                .tag("channel", channel)
                .register(registry);
    }
}
