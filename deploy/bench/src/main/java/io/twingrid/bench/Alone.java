package io.twingrid.bench;

import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.embedded.EmbeddedStore;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service without the others, on a broker and a store of its own. */
public final class Alone {
    private Alone() {}

    /**
     * Starts a service on a free port of this machine. A bench that sends no token needs no issuer.
     *
     * @param town the folder that describes the town
     * @param more settings beside, as arguments: {@code --NAME=value}
     */
    public static ConfigurableApplicationContext start(
            SpringApplicationBuilder service, EmbeddedBroker broker, EmbeddedStore store, Object town, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--KAFKA_BROKERS=" + broker.bootstrapServers(),
                "--MONGODB_URI=" + store.uri(),
                "--TWINGRID_TOWN=" + town));
        arguments.addAll(List.of(more));
        return service.run(arguments.toArray(String[]::new));
    }
}
