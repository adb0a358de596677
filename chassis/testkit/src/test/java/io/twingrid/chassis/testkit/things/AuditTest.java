package io.twingrid.chassis.testkit.things;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.RunningService;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who did what to what, from where; and who may read it. */
@TestInstance(Lifecycle.PER_CLASS)
class AuditTest {
    private static final String AUDIT = "/api/audit/thing-service";
    private RunningService service;

    @BeforeAll
    void start() {
        service = RunningService.start(ThingService.application(), "METRICS_OPEN=false");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aCommandIsALineWithWhoAndWhatAndFromWhere() {
        ring("lead-1", "lead", "bell-1").expectStatus().isOk();

        JsonNode line = lines("?subject=bell-1").path("items").path(0);
        assertThat(line.path("by").asString()).isEqualTo("lead-1");
        assertThat(line.path("roles").toString()).isEqualTo("[\"lead\"]");
        assertThat(line.path("operation").asString()).isEqualTo("POST /things/{id}/ring");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("from").asString()).isEqualTo("127.0.0.0/24");
    }

    @Test
    void fromWhereIsWhatTheGatewaySays() {
        client("lead-5", "lead")
                .post()
                .uri("/things/bell-5/ring")
                .header("X-Forwarded-For", "203.0.113.77")
                .exchange()
                .expectStatus()
                .isOk();
        client("lead-6", "lead")
                .post()
                .uri("/things/bell-6/ring")
                .header("X-Forwarded-For", "2001:db8:1:2::9")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(from("bell-5")).isEqualTo("203.0.113.0/24");
        assertThat(from("bell-6")).isEqualTo("2001:db8:1:0:0:0:0:0/48");
        assertThat(lines("?subject=bell-5").toString()).doesNotContain("203.0.113.77");
    }

    @Test
    void anAttemptThatIsRefusedIsALineToo() {
        client("lead-2", "lead")
                .post()
                .uri("/nowhere")
                .exchange()
                .expectStatus()
                .isForbidden();

        JsonNode line = lines("?by=lead-2").path("items").path(0);
        assertThat(line.path("operation").asString()).isEqualTo("POST /nowhere");
        assertThat(line.path("status").asInt()).isEqualTo(403);
    }

    @Test
    void readingAndThoseWhoActOnlyForThemselvesAreNotWrittenDown() {
        client("lead-3", "lead")
                .get()
                .uri("/things/mine")
                .exchange()
                .expectStatus()
                .isOk();
        ring("observer-3", "observer", "bell-3").expectStatus().isOk();

        assertThat(lines("?by=lead-3").path("items").isEmpty()).isTrue();
        assertThat(lines("?subject=bell-3").path("items").isEmpty()).isTrue();
    }

    @Test
    void linesComeInPagesNewestFirst() {
        ring("lead-4", "lead", "bell-a");
        ring("lead-4", "lead", "bell-b");

        JsonNode first = lines("?by=lead-4&limit=1");
        assertThat(first.path("items").path(0).path("subjects").toString()).isEqualTo("[\"bell-b\"]");
        JsonNode second =
                lines("?by=lead-4&limit=1&cursor=" + first.path("next").asString());
        assertThat(second.path("items").path(0).path("subjects").toString()).isEqualTo("[\"bell-a\"]");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void onlyAdminsReadItAndNobodyChangesIt() {
        client("lead", "lead").get().uri(AUDIT).exchange().expectStatus().isForbidden();
        service.client().get().uri(AUDIT).exchange().expectStatus().isUnauthorized();
        client("admin", "admin").delete().uri(AUDIT).exchange().expectStatus().isEqualTo(405);
    }

    @Test
    void theFiguresAreForAdminsAndForTheScrapersRole() {
        String figures = "/actuator/prometheus";
        service.client().get().uri(figures).exchange().expectStatus().isUnauthorized();
        client("lead", "lead").get().uri(figures).exchange().expectStatus().isForbidden();
        client("prometheus", "metrics")
                .get()
                .uri(figures)
                .exchange()
                .expectStatus()
                .isOk();
        client("admin", "admin").get().uri(figures).exchange().expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec ring(String who, String role, String bell) {
        return client(who, role).post().uri("/things/{id}/ring", bell).exchange();
    }

    private WebTestClient client(String who, String role) {
        return service.as(who, List.of(role), List.of(), null);
    }

    private String from(String bell) {
        return lines("?subject=" + bell).path("items").path(0).path("from").asString();
    }

    private JsonNode lines(String query) {
        byte[] page = client("admin", "admin")
                .get()
                .uri(AUDIT + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new JsonMapper().readTree(Objects.requireNonNull(page));
    }
}
