package io.twingrid.chassis.embedded.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for the work that is nobody's in particular. A task that fails is tried again at its next turn. */
final class Maintenance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "store-maintenance");
        made.setDaemon(true);
        return made;
    });

    private final List<Future<?>> tasks = new ArrayList<>();

    /** Runs a task again and again, with a pause between the end of one turn and the beginning of the next. */
    void every(Duration pause, String what, Runnable task) {
        tasks.add(thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.error("The store could not {}; it will try again in {}", what, pause, e);
                    }
                },
                pause.toNanos(),
                pause.toNanos(),
                TimeUnit.NANOSECONDS));
    }

    /** Returns when the task that is running has ended; an interrupt would close files under it. */
    @Override
    public void close() {
        tasks.forEach(task -> task.cancel(false));
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
