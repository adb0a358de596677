package io.twingrid.bench.triage;

import io.twingrid.bench.Alone;
import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.embedded.EmbeddedStore;
import io.twingrid.chassis.embedded.StoreSettings;
import io.twingrid.triage.TriageService;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures triage-service as it is shipped, in this JVM with an embedded broker and store.
 * Arguments: {@code [reports] [folder] [town]}. The folder is left behind.
 */
public final class TriageBench {
    private static final int POLYGONS = 2_000;
    private static final int REPORTS = 100_000;

    private TriageBench() {}

    /** Runs it; prints tables. Ends with 1 if routing is too slow. */
    public static void main(String[] arguments) throws Exception {
        int reports = arguments.length > 0 ? Integer.parseInt(arguments[0]) : REPORTS;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("triage-bench");
        Path shipped = Path.of(arguments.length > 2 ? arguments[2] : "../town");
        System.exit(run(reports, folder, shipped) ? 0 : 1);
    }

    private static boolean run(int reports, Path folder, Path shipped) throws Exception {
        ChessboardTown town = new ChessboardTown(POLYGONS);
        Path files = Files.createDirectories(folder.resolve("town"));
        town.write(files, shipped);
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
                EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder.resolve("store")))) {
            Draining draining = new Draining(town, broker.bootstrapServers(), reports);
            draining.submit();
            System.out.println("| what | measured |\n|---|---|");
            long from = System.nanoTime();
            try (ConfigurableApplicationContext service = Alone.start(
                            TriageService.application(),
                            broker,
                            store,
                            files,
                            "--TRIAGE_FALLBACK_GRID=" + ChessboardTown.FIRST_GRID);
                    Profile profile = Profile.start()) {
                draining.print(service, from);
                boolean isFast = new Routing(town, POLYGONS, service).print();
                profile.print();
                return isFast;
            }
        }
    }
}
