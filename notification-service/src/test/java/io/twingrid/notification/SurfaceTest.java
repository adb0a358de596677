package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the service shows to everybody: its API's description and its health. */
@ExtendWith(TownExtension.class)
class SurfaceTest {
    private final Town town;

    SurfaceTest(Town town) {
        this.town = town;
    }

    @Test
    void theApiDescribesEveryOperationAndItsErrors() {
        JsonNode paths = get("/v3/api-docs").path("paths");

        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/notices",
                        "/api/notices/preferences",
                        "/api/notices/read",
                        "/api/notices/stream",
                        "/api/notices/unread",
                        "/api/notices/{id}/read",
                        "/api/deliveries",
                        "/api/push-subscriptions",
                        "/api/push-subscriptions/key",
                        "/api/push-subscriptions/{id}",
                        "/api/webhooks",
                        "/api/webhooks/{id}",
                        "/api/webhooks/{id}/resume");
        JsonNode stream = paths.path("/api/notices/stream").path("get");
        assertThat(stream.path("summary").asString()).isNotBlank();
        assertThat(stream.path("responses").path("200").path("content").propertyNames())
                .containsExactly("text/event-stream");
        assertThat(stream.path("responses").path("400").path("content").propertyNames())
                .containsExactly("application/problem+json");
        assertThat(stream.path("parameters").values())
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("Last-Event-ID", "lastEventId");
        assertThat(paths.path("/api/notices").path("get").path("parameters").values())
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("cursor", "limit", "unread", "type");
        assertThat(paths.path("/api/notices/{id}/read")
                        .path("post")
                        .path("responses")
                        .propertyNames())
                .containsExactlyInAnyOrder("200", "401", "404");
    }

    @Test
    void livenessDoesNotAskForKafkaAndTheStore() {
        JsonNode liveness = get("/actuator/health/liveness");

        assertThat(liveness.path("status").asString()).isEqualTo("UP");
        assertThat(liveness.path("components").propertyNames()).containsExactly("livenessState");
    }

    @Test
    void readinessAsksForTheListeners() {
        JsonNode readiness = get("/actuator/health/readiness");

        assertThat(readiness.path("status").asString()).isEqualTo("UP");
        assertThat(readiness.path("components").propertyNames()).contains("listeners");
    }

    private JsonNode get(String path) {
        return Town.json(town.service()
                .client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk());
    }
}
