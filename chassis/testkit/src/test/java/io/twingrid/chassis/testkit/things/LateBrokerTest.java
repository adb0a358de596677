package io.twingrid.chassis.testkit.things;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.edge.Backlog;
import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.testkit.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aServiceIsAliveWithoutItsBrokerAndReadyOnceItIsThere(@TempDir Path folder) throws IOException {
        int port = freePort();
        try (RunningService service = RunningService.launch(
                "late" + System.nanoTime(), ThingService.application(), "KAFKA_BROKERS=127.0.0.1:" + port)) {
            assertThat(statusOf(service, "liveness")).isEqualTo(200);
            assertThat(statusOf(service, "readiness")).isEqualTo(503);
            CompletableFuture<@Nullable Void> backlog =
                    service.bean(Backlog.class).workedOff().toFuture();

            BrokerSettings settings = new BrokerSettings(folder, "127.0.0.1", port, false);
            try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
                assertThat(broker.bootstrapServers()).endsWith(":" + port);
                service.ready();
                assertThat(backlog).as("nothing stood on the topics").succeedsWithin(PATIENCE);
            }
        }
    }

    private static int statusOf(RunningService service, String group) {
        return service.client()
                .get()
                .uri("/actuator/health/{group}", group)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
