package io.twingrid.chassis.embedded;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What an {@link EmbeddedBroker} needs to know.
 *
 * @param directory where the broker keeps its log; made when missing, and used by one broker at a time
 * @param host the address to listen on and to advertise; loopback unless other machines are meant to reach it
 * @param port the TCP port to listen on, 0 for a free one
 * @param flushEveryMessage whether a record is forced to disk before it is acknowledged. {@code false} survives a killed
 *     process; {@code true} survives a power cut as well, for roughly 0.2–2 ms a batch
 */
public record BrokerSettings(Path directory, String host, int port, boolean flushEveryMessage) {

    public BrokerSettings {
        Objects.requireNonNull(directory, "directory");
        Endpoints.requireValid(host, port);
    }

    /** On loopback and a free port, safe against a killed process. */
    public static BrokerSettings in(Path directory) {
        return new BrokerSettings(directory, Endpoints.LOOPBACK, Endpoints.ANY_FREE_PORT, false);
    }
}
