package io.twingrid.chassis.embedded;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What an {@link EmbeddedStore} needs to know.
 *
 * @param directory where the store keeps its files; made when missing, and used by one store at a time
 * @param host the address to listen on; loopback unless other machines are meant to reach it. There is no login
 * @param port the TCP port to listen on, 0 for a free one
 * @param sync whether a write is forced to disk before it is answered. {@code false} survives a killed process;
 *     {@code true} survives a power cut as well
 */
public record StoreSettings(Path directory, String host, int port, boolean sync) {

    public StoreSettings {
        Objects.requireNonNull(directory, "directory");
        Endpoints.requireValid(host, port);
    }

    /** On loopback and a free port, safe against a killed process. */
    public static StoreSettings in(Path directory) {
        return new StoreSettings(directory, Endpoints.LOOPBACK, Endpoints.ANY_FREE_PORT, false);
    }
}
