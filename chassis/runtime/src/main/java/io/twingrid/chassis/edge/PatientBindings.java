package io.twingrid.chassis.edge;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/**
 * Binds the consumers once the topics are there, and lets the service start meanwhile. The binder itself would hold the
 * whole start for a minute while the broker is away, so that the service could neither say that it is alive nor stop.
 */
final class PatientBindings extends InputBindingLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PatientBindings.class);
    private static final long SECONDS_BETWEEN_TRIES = 2;
    /** Seconds that a stop waits for a binding that is being made. */
    private static final long SECONDS_TO_STOP = 10;

    private final BindingService binding;
    private final Map<String, Bindable> bindables;
    private final Topics topics;
    private volatile boolean bound;
    private @Nullable ScheduledExecutorService binder;

    PatientBindings(BindingService binding, Map<String, Bindable> bindables, Topics topics) {
        super(binding, bindables);
        this.binding = binding;
        this.bindables = Map.copyOf(bindables);
        this.topics = topics;
    }

    /** Whether the consumers are there to be looked at. */
    boolean areBound() {
        return bound;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "bind-when-the-broker-is-there"));
        binder = thread;
        Future<?> binding = thread.submit(() -> bindOrTryLater(thread));
        log.debug("binding in the background: {}", binding);
    }

    private void bindOrTryLater(ScheduledExecutorService thread) {
        try {
            topics.create();
            super.start();
            bound = true;
            if (thread.isShutdown()) {
                super.stop(); // the service was told to stop meanwhile
            }
        } catch (RuntimeException e) {
            log.warn("consumers are not bound, trying again in {} s: {}", SECONDS_BETWEEN_TRIES, e.toString());
            bindables.values().forEach(bindable -> bindable.unbindInputs(binding));
            if (!thread.isShutdown()) {
                Future<?> again =
                        thread.schedule(() -> bindOrTryLater(thread), SECONDS_BETWEEN_TRIES, TimeUnit.SECONDS);
                log.debug("trying again: {}", again);
            }
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService thread = binder;
        if (thread == null) {
            return;
        }
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                log.warn("consumers were still being bound after {} s", SECONDS_TO_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        binder = null;
        bound = false;
        super.stop();
    }

    @Override
    public synchronized boolean isRunning() {
        return binder != null;
    }
}
