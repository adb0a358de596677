package io.twingrid.chassis.edge;

import com.mongodb.MongoException;
import io.twingrid.chassis.fact.BrokerAwayException;
import io.twingrid.chassis.fact.UnreadableFactException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Sorts trouble by kind. Unreadable: parked at once, alone. Unlucky (the store or the broker is away): tried again with a
 * growing pause for as long as it takes, so that the partition's order is kept. Anything else is a fault of ours that
 * waiting rarely mends: tried a few times, then parked, so that one record does not stop a town.
 */
final class TroubleSorter {
    private TroubleSorter() {}

    static CommonErrorHandler errorHandler(Parking parking, EdgeSettings settings) {
        DefaultErrorHandler handler = new DefaultErrorHandler(parking, patient(settings));
        handler.addNotRetryableExceptions(UnreadableFactException.class);
        handler.setBackOffFunction((record, e) -> isUnlucky(e) ? null : impatient(settings));
        handler.setCommitRecovered(true);
        // A new kind of failure at the same record starts its count anew.
        handler.setResetStateOnExceptionChange(true);
        return handler;
    }

    static boolean isUnlucky(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException
                    || cause instanceof BrokerAwayException
                    || cause instanceof TimeoutException
                    || cause instanceof IOException
                    || cause instanceof KafkaException) {
                return true;
            }
        }
        return false;
    }

    private static BackOff patient(EdgeSettings settings) {
        ExponentialBackOff pause = new ExponentialBackOff(settings.firstRetry().toMillis(), 2.0);
        pause.setMaxInterval(settings.slowestRetry().toMillis());
        pause.setJitter(settings.firstRetry().toMillis() / 2);
        return pause;
    }

    private static BackOff impatient(EdgeSettings settings) {
        return new FixedBackOff(settings.firstRetry().toMillis(), settings.triesBeforeParking() - 1L);
    }
}
