package io.twingrid.chassis.edge;

import io.twingrid.chassis.fact.Absence;
import io.twingrid.chassis.fact.UnreadableFactException;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Sorts trouble by kind. Unreadable: parked at once, alone. Unlucky (the store or the broker is away): tried again with a
 * growing pause for as long as it takes, so that the partition's order is kept. Anything else is a fault of ours that
 * waiting rarely mends: tried a few times, then parked, so that one record does not stop a town.
 *
 * <p>Each failure is sorted anew: an outage during the tries of a faulty record does not count as one, and a fault that
 * shows after an outage does not wait for ever.
 */
final class TroubleSorter {
    private TroubleSorter() {}

    static CommonErrorHandler errorHandler(Parking parking, EdgeSettings settings) {
        // The handler tells its retry listener of a failure, and asks for the pause, on the listener's own thread.
        ThreadLocal<Boolean> unlucky = ThreadLocal.withInitial(() -> false);
        DefaultErrorHandler handler = new DefaultErrorHandler(parking, new SortedPauses(settings, unlucky));
        handler.addNotRetryableExceptions(UnreadableFactException.class);
        handler.setRetryListeners((record, e, attempt) -> unlucky.set(e != null && Absence.isBehind(e)));
        handler.setCommitRecovered(true);
        return handler;
    }

    /** Pauses of one record's tries. */
    private record SortedPauses(EdgeSettings settings, ThreadLocal<Boolean> unlucky) implements BackOff {
        @Override
        public BackOffExecution start() {
            return new BackOffExecution() {
                private long growing = settings.firstRetry().toMillis();
                private int faults;

                @Override
                public long nextBackOff() {
                    if (unlucky.get()) {
                        long pause = growing;
                        growing = Math.min(2 * growing, settings.slowestRetry().toMillis());
                        return pause + ThreadLocalRandom.current().nextLong(1 + pause / 4);
                    }
                    faults++;
                    return faults < settings.triesBeforeParking()
                            ? settings.firstRetry().toMillis()
                            : BackOffExecution.STOP;
                }
            };
        }
    }
}
