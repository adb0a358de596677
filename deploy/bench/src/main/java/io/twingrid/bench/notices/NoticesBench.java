package io.twingrid.bench.notices;

import io.twingrid.chassis.testkit.TestIssuer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long a fact takes from its topic into the clients' hands, in this process; the service runs in another on the
 * same machine. Arguments: {@code [folder] [town] [seconds] [streams …]}. The folder is left behind.
 */
public final class NoticesBench {
    private static final int SECONDS = 20;
    private static final int AT_REST_PER_SECOND = 10;
    private static final int UNDER_LOAD_PER_SECOND = 100;
    /** The longest wait for the last notices of a measurement. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private static final int KIBIBYTE = 1024;
    private static final int[] SIZES = {1000, 5000};

    private final Server server;
    private final Crowd crowd;
    private final Speaker speaker;
    private final AtomicReference<Sent> sent;
    private final int seconds;

    private NoticesBench(Server server, Crowd crowd, Speaker speaker, AtomicReference<Sent> sent, int seconds) {
        this.server = server;
        this.crowd = crowd;
        this.speaker = speaker;
        this.sent = sent;
        this.seconds = seconds;
    }

    /** Runs it; prints a table. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("notices-bench");
        String town = arguments.length > 1 ? arguments[1] : "../town";
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : SECONDS;
        int[] sizes = SIZES;
        if (arguments.length > 3) {
            sizes = new int[arguments.length - 3];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Integer.parseInt(arguments[i + 3]);
            }
        }
        TestIssuer issuer = TestIssuer.start();
        AtomicReference<Sent> sent = new AtomicReference<>(new Sent(0));
        try (Server server = Server.start(folder, town, issuer.uri());
                Crowd crowd = new Crowd(server.url(), sizes[sizes.length - 1], issuer, sent);
                Speaker speaker = new Speaker(server.brokers())) {
            System.out.println(
                    "| streams | facts | p50 ms | p99 ms | notices | missing | cores of the service | MiB in use then |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            NoticesBench bench = new NoticesBench(server, crowd, speaker, sent, seconds);
            for (int size : sizes) {
                bench.measure(size);
            }
        }
        System.exit(0); // the issuer listens until the process ends
    }

    /** @param size streams at least; those of the sizes before are open still */
    private void measure(int size) throws IOException, InterruptedException {
        if (crowd.size() == 0) {
            crowd.growTo(Crowd.COMMUNITIES);
        }
        int there = crowd.size();
        long before = server.memory();
        crowd.growTo(size);
        spoken(size, 2 * seconds, UNDER_LOAD_PER_SECOND, true);
        System.out.printf(
                "| %d | a stream takes %d KiB | | | | | | |%n",
                size, (server.memory() - before) / Math.max(1, size - there) / KIBIBYTE);
        print(size, "%d/s to 1 %%".formatted(AT_REST_PER_SECOND), AT_REST_PER_SECOND, false);
        print(size, "%d/s to 1 %%, 1/s to all".formatted(UNDER_LOAD_PER_SECOND), UNDER_LOAD_PER_SECOND, true);
        try (HangingWebhook webhook = HangingWebhook.of(server.url(), crowd.adminToken());
                Socket asleep = crowd.sleeper()) {
            String facts = "the same; port %d does not read, the webhook at port %d never answers"
                    .formatted(asleep.getLocalPort(), webhook.port());
            print(size, facts, UNDER_LOAD_PER_SECOND, true);
        }
    }

    private void print(int size, String facts, int perSecond, boolean toAll) throws IOException {
        long worked = server.cpu();
        long begun = System.nanoTime();
        Sent all = spoken(size, seconds, perSecond, toAll);
        double cores = (server.cpu() - worked) / (double) (System.nanoTime() - begun);
        System.out.printf(
                "| %d | %s | %.1f | %.1f | %d | %d | %.2f | %d |%n",
                size,
                facts,
                all.at(0.5),
                all.at(0.99),
                all.expected(),
                all.missing(),
                cores,
                server.memory() / KIBIBYTE / KIBIBYTE);
    }

    /** Speaks and waits for the last notice. */
    private Sent spoken(int size, int forSeconds, int perSecond, boolean toAll) {
        Sent all = new Sent(2 * size * (forSeconds * (perSecond / Crowd.COMMUNITIES + 2) + 1));
        sent.set(all);
        speaker.speak(forSeconds, perSecond, toAll, size, all);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (all.missing() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return all;
    }
}
