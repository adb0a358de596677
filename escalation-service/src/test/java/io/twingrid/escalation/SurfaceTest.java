package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What the service shows to everybody: departments, its API's description, health and metrics. */
@ExtendWith(CentreExtension.class)
class SurfaceTest {
    private final Centre centre;
    private final WebTestClient anybody;

    SurfaceTest(Centre centre) {
        this.centre = centre;
        this.anybody = centre.service().client();
    }

    @Test
    void theDepartmentsArePublicWithTheirNames() {
        anybody.get()
                .uri("/api/departments")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(18)
                .jsonPath("$.items[?(@.id=='power')].name.zh")
                .isEqualTo("供电所")
                .jsonPath("$.items[?(@.id=='power')].name.en")
                .isEqualTo("Power supply");
    }

    @Test
    void theApiDescribesEveryOperationAndItsErrors() {
        JsonNode api = get("/v3/api-docs");

        assertThat(api.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/departments",
                        "/api/care-tasks",
                        "/api/care-tasks/{id}",
                        "/api/care-tasks/{id}/claim",
                        "/api/care-tasks/{id}/release",
                        "/api/care-tasks/{id}/pick-up",
                        "/api/care-tasks/{id}/deliver",
                        "/api/care-tasks/{id}/confirm",
                        "/api/care-tasks/{id}/settle",
                        "/api/care-tasks/{id}/cancel",
                        "/api/escalations",
                        "/api/escalations/figures",
                        "/api/escalations/{id}",
                        "/api/escalations/{id}/dispatch",
                        "/api/escalations/{id}/accept",
                        "/api/escalations/{id}/report-in",
                        "/api/escalations/{id}/decline",
                        "/api/escalations/{id}/urge",
                        "/api/escalations/{id}/hold",
                        "/api/escalations/{id}/resume",
                        "/api/escalations/{id}/extend",
                        "/api/escalations/{id}/approve-extension",
                        "/api/escalations/{id}/decline-extension",
                        "/api/escalations/{id}/return",
                        "/api/escalations/{id}/resolve",
                        "/api/escalations/{id}/note");
        JsonNode dispatch =
                api.path("paths").path("/api/escalations/{id}/dispatch").path("post");
        assertThat(dispatch.path("summary").asString()).isNotBlank();
        assertThat(dispatch.path("responses").propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "409", "412", "413", "503");
        assertThat(dispatch.path("responses").path("200").toString()).contains("#/components/schemas/StreetCase");
        assertThat(dispatch.path("responses").path("409").path("content").propertyNames())
                .containsExactly("application/problem+json");
        assertThat(dispatch.path("parameters").values())
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("id", "If-Match");
    }

    @Test
    void livenessDoesNotAskForKafkaAndTheStore() {
        JsonNode liveness = get("/actuator/health/liveness");

        assertThat(liveness.path("status").asString()).isEqualTo("UP");
        assertThat(liveness.path("components").propertyNames()).containsExactly("livenessState");
    }

    @Test
    void readinessAsksForTheListenersAndTheStore() {
        JsonNode readiness = get("/actuator/health/readiness");

        assertThat(readiness.path("status").asString()).isEqualTo("UP");
        assertThat(readiness.path("components").propertyNames()).contains("listeners", "store");
    }

    @Test
    void movesAreCountedWithoutNames() {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "return", "{\"reason\":\"社区可自行解决\"}");

        String metrics = Objects.requireNonNull(anybody.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(metrics).contains("facts_handled_total").doesNotContain(id, "lead-tieshan", "observer-1");
        assertThat(metrics.lines()
                        .filter(line -> line.startsWith("street_moves_total{outcome=\"changed\",verb=\"return\"}")))
                .hasSize(1);
    }

    private JsonNode get(String path) {
        return Centre.json(anybody.get().uri(path).exchange().expectStatus().isOk());
    }
}
