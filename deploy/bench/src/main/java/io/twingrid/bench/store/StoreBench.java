package io.twingrid.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Prints the table that the embedded store is held to.
 *
 * <pre>
 * mvn -pl deploy/bench -am package -DskipTests
 * java -cp 'deploy/bench/target/classes:deploy/bench/target/lib/*' io.twingrid.bench.store.StoreBench [documents] [kills]
 * </pre>
 *
 * <p>The store runs in a JVM of its own with a heap of 256 MiB; the driver runs here. Takes about ten minutes for 1,000,000
 * documents and 30 kills on two cores, and 2 GB in the temporary folder.
 */
public final class StoreBench {

    private static final int HEAP_MEBIBYTES = 256;

    private StoreBench() {}

    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        Path folder = Files.createTempDirectory("store-bench");
        Table table = new Table();
        try {
            if (documents > 0) {
                new SpeedRun(folder.resolve("speed"), documents, HEAP_MEBIBYTES, table).run();
                new RewriteRun(folder.resolve("rewrite"), documents, HEAP_MEBIBYTES, table).run();
            }
            if (kills > 0) {
                new KillRun(folder.resolve("kill"), kills, HEAP_MEBIBYTES, table).run();
            }
        } finally {
            delete(folder);
        }
        table.print(System.out);
        if (!table.allMet()) {
            System.exit(1);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
