package io.twingrid.chassis.fact;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells a store or a broker that is away, which waiting mends, from a request that it refuses, which waiting does not: a
 * record too large for the broker is refused today and tomorrow.
 */
public final class Absence {
    /** What the driver says once its client is closed: we are stopping, and another start will do it. */
    private static final String CLIENT_CLOSED = "state should be: open";

    private Absence() {}

    /** Whether {@code e}, or what caused it, is that a part of the system cannot be reached or is busy changing places. */
    public static boolean isBehind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokerAwayException
                    || cause instanceof RetriableException
                    || cause instanceof TimeoutException
                    || cause instanceof IOException
                    || isStoreAway(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStoreAway(Throwable e) {
        return e instanceof MongoTimeoutException
                || e instanceof MongoSocketException
                || e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e instanceof MongoConnectionPoolClearedException
                || e instanceof MongoInterruptedException
                || (e instanceof MongoException mongo && mongo.hasErrorLabel("RetryableWriteError"))
                || (e instanceof IllegalStateException && CLIENT_CLOSED.equals(e.getMessage()));
    }
}
