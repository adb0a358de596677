package io.twingrid.chassis.edge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Whether the consumers of this service are running; the binder's own health does not notice a listener that has died. */
final class Listeners implements HealthIndicator {
    private final List<MessageListenerContainer> containers = new CopyOnWriteArrayList<>();

    private volatile @Nullable PatientBindings bindings;

    void boundBy(PatientBindings patient) {
        bindings = patient;
    }

    void add(MessageListenerContainer container) {
        containers.add(container);
    }

    @Override
    public Health health() {
        PatientBindings waiting = bindings;
        if (waiting != null && !waiting.areBound()) {
            return Health.down().withDetail("waiting", "for the broker").build();
        }
        List<String> stopped = containers.stream()
                .filter(container -> !container.isRunning() || !container.isInExpectedState())
                .map(MessageListenerContainer::getListenerId)
                .map(String::valueOf)
                .toList();
        return stopped.isEmpty()
                ? Health.up().withDetail("running", containers.size()).build()
                : Health.down().withDetail("stopped", stopped).build();
    }
}
