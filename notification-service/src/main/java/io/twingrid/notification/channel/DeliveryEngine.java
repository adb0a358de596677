package io.twingrid.notification.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.notification.domain.Alarm;
import io.twingrid.notification.domain.Deliveries;
import io.twingrid.notification.domain.Lanes;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.domain.Targets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what is due, in any number of instances. What is to be sent lies in the store, and an instance holds no more of
 * it than it has messages on the way: read {@link Pump} (who is served), then {@link Courier} (how).
 */
public final class DeliveryEngine implements SmartLifecycle {
    private final List<Pump> pumps;
    private volatile boolean running;

    /**
     * An engine, not started.
     *
     * @param senders how each kind of target is spoken to
     */
    public DeliveryEngine(
            Map<TargetKind, Sender> senders,
            Notices notices,
            Deliveries deliveries,
            Targets targets,
            Lanes lanes,
            Alarm alarm,
            DeliveryLimits limits,
            Clock clock,
            MeterRegistry registry) {
        Courier.Stores stores = new Courier.Stores(notices, deliveries, targets, lanes);
        this.pumps = senders.entrySet().stream()
                .map(entry -> {
                    DeliveryMetrics metrics = new DeliveryMetrics(entry.getKey(), registry, clock);
                    Courier courier = new Courier(entry.getValue(), stores, alarm, limits, metrics, clock);
                    return new Pump(entry.getKey(), lanes, courier, limits, clock);
                })
                .toList();
    }

    /** Something was planned: look at once. */
    public void wake() {
        pumps.forEach(Pump::kick);
    }

    @Override
    public void start() {
        running = true;
        pumps.forEach(Pump::start);
    }

    @Override
    public void stop() {
        running = false;
        pumps.forEach(Pump::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
