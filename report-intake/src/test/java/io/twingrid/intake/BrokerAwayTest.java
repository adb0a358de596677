package io.twingrid.intake;

import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.testkit.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What a courier is told while the broker is away: no, within five seconds, and when to try again. */
class BrokerAwayTest {
    /** The bound that issue and README promise; well above the producer's delivery timeout of 4 s. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    @Test
    void anAbsentBrokerIsA503ThatSaysWhenToComeBack(@TempDir Path folder) {
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder));
        try (RunningService service =
                RunningService.start(ReportIntake.application(), "KAFKA_BROKERS=" + broker.bootstrapServers())) {
            submit(service).expectStatus().isCreated();
            broker.close();

            submit(service)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists(HttpHeaders.RETRY_AFTER)
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("https://twingrid.io/problems/try-again");
            service.client()
                    .get()
                    .uri("/api/categories")
                    .exchange()
                    .expectStatus()
                    .isOk();
            service.client()
                    .get()
                    .uri("/actuator/health/liveness")
                    .exchange()
                    .expectStatus()
                    .isOk();
        } finally {
            broker.close();
        }
    }

    private static WebTestClient.ResponseSpec submit(RunningService service) {
        return service.client()
                .mutate()
                .responseTimeout(PROMISED)
                .build()
                .post()
                .uri("/api/reports")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "category", "01037",
                        "description", "路灯不亮",
                        "location", Map.of("lat", 24.611, "lon", 118.004)))
                .exchange();
    }
}
