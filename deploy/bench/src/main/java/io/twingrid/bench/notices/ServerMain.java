package io.twingrid.bench.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.twingrid.bench.Alone;
import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.embedded.EmbeddedStore;
import io.twingrid.chassis.embedded.StoreSettings;
import io.twingrid.notification.NotificationService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The notification service as it is shipped, with an embedded broker and store, in a process of its own. It prints one line
 * when it is up, answers one line for each line that it reads, and ends with its input.
 */
public final class ServerMain {
    private ServerMain() {}

    /** Takes a folder, the town's folder and the address of the issuer of tokens. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (EmbeddedBroker broker = EmbeddedBroker.start(
                        new BrokerSettings(Files.createDirectories(folder.resolve("broker")), "127.0.0.1", 0, false));
                EmbeddedStore store = EmbeddedStore.start(
                        new StoreSettings(Files.createDirectories(folder.resolve("store")), "127.0.0.1", 0, false));
                ConfigurableApplicationContext service = Alone.start(
                        NotificationService.application(),
                        broker,
                        store,
                        arguments[1],
                        "--OIDC_ISSUER=" + arguments[2],
                        "--OUTSIDE_HOSTS=" + HangingWebhook.HOST)) {
            String port = service.getEnvironment().getRequiredProperty("local.server.port");
            System.out.println("up http://127.0.0.1:" + port + " " + broker.bootstrapServers());
            answer();
        }
    }

    private static void answer() throws IOException {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String what = asked.readLine(); what != null; what = asked.readLine()) {
            System.out.println("answer " + ("memory".equals(what) ? memory() : cpu()));
        }
    }

    /** Bytes that are in use after a collection, on the heap and beside it. */
    private static long memory() {
        System.gc();
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long beside = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return memory.getHeapMemoryUsage().getUsed() + beside;
    }

    /** Nanoseconds that this process has worked, all threads together. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
