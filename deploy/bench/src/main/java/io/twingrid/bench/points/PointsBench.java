package io.twingrid.bench.points;

import io.twingrid.bench.Alone;
import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.embedded.EmbeddedStore;
import io.twingrid.chassis.embedded.StoreSettings;
import io.twingrid.points.PointsService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures points-service as it is shipped, in this JVM with an embedded broker and store, facts and standings
 * included. Arguments: {@code [folder] [entries] [town]}. The folder is left behind.
 */
public final class PointsBench {
    private static final int MOST_ENTRIES = 1_000_000;

    private PointsBench() {}

    /** Runs it; prints a table. */
    public static void main(String[] arguments) throws IOException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("points-bench");
        int entries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MOST_ENTRIES;
        String town = arguments.length > 2 ? arguments[2] : "../town";
        try (EmbeddedBroker broker = EmbeddedBroker.start(
                        new BrokerSettings(Files.createDirectories(folder.resolve("broker")), "127.0.0.1", 0, false));
                EmbeddedStore store = EmbeddedStore.start(
                        new StoreSettings(Files.createDirectories(folder.resolve("store")), "127.0.0.1", 0, false));
                ConfigurableApplicationContext service =
                        Alone.start(PointsService.application(), broker, store, town)) {
            new Race(service).run();
            new Growth(service).run(entries);
        }
    }
}
