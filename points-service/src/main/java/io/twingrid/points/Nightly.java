package io.twingrid.points;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The night's work: points lapse, then the audit. Every instance does it; what is there already is not done again. */
final class Nightly implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Nightly.class);

    private final Expiry expiry;
    private final Audit audit;
    private final LocalTime at;
    private final ZoneId zone;
    private final Clock clock;
    private volatile @Nullable Disposable waiting;

    Nightly(Expiry expiry, Audit audit, LocalTime at, ZoneId zone, Clock clock) {
        this.expiry = expiry;
        this.audit = audit;
        this.at = at;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void start() {
        waiting = Mono.defer(() -> Mono.delay(untilNext()))
                .then(Mono.defer(this::work))
                .repeat()
                .subscribe(done -> {}, e -> log.error("the night's work has ended; restart the service", e));
    }

    Mono<Void> work() {
        return expiry.run().then(Mono.defer(audit::run)).then().onErrorResume(e -> {
            log.error("the night's work failed and is left for the next night", e);
            return Mono.empty();
        });
    }

    Duration untilNext() {
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime today = now.with(at);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    @Override
    public void stop() {
        Disposable running = waiting;
        if (running != null) {
            running.dispose();
            waiting = null;
        }
    }

    @Override
    public boolean isRunning() {
        return waiting != null;
    }
}
