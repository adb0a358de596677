package io.twingrid.bench.store;

import io.twingrid.chassis.embedded.EmbeddedStore;
import io.twingrid.chassis.embedded.StoreSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

/** The store in a process of its own. Says where it listens, and then answers each line of input with the heap that it needs. */
final class ServerMain {

    private ServerMain() {}

    public static void main(String[] arguments) {
        StoreSettings settings =
                new StoreSettings(Path.of(arguments[0]), "127.0.0.1", 0, Boolean.parseBoolean(arguments[1]));
        try (EmbeddedStore store = EmbeddedStore.start(settings);
                Scanner input = new Scanner(System.in, StandardCharsets.UTF_8)) {
            System.out.println(store.uri());
            while (input.hasNextLine() && !input.nextLine().equals("stop")) {
                System.out.println(heapAfterCollection());
            }
        }
    }

    /** Bytes that are still in use after a collection. */
    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
