package io.twingrid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A running intake, in the words of its tests. */
record Intake(RunningService service) implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Intake start(String... properties) {
        return new Intake(RunningService.start(ReportIntake.application(), properties));
    }

    static Map<String, Object> body(String description) {
        return body("01037", description, 24.611, 118.004);
    }

    static Map<String, Object> body(String category, String description, double lat, double lon) {
        return Map.of("category", category, "description", description, "location", Map.of("lat", lat, "lon", lon));
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    WebTestClient anybody() {
        return service.client();
    }

    WebTestClient observer(String name) {
        return service.as(name, List.of("observer"), List.of(), null);
    }

    WebTestClient lead(String community) {
        return service.as("lead-" + community, List.of("community-lead"), List.of(community), null);
    }

    WebTestClient coordinator() {
        return service.as("coordinator", List.of("street-coordinator"), List.of("guankou"), null);
    }

    WebTestClient admin() {
        return service.as("admin", List.of("admin"), List.of(), null);
    }

    WebTestClient.ResponseSpec post(WebTestClient client, String uri, Object body) {
        return client.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    WebTestClient.ResponseSpec submit(WebTestClient client, Object body, @Nullable String key) {
        return client.post()
                .uri("/api/reports")
                .headers(headers -> {
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** Submits, and answers the receipt. */
    JsonNode submitted(WebTestClient client, Object body) {
        return json(submit(client, body, UUID.randomUUID().toString())
                .expectStatus()
                .isCreated());
    }

    /** Submits, waits until the view has it, and answers its id. */
    String idOfSubmitted(WebTestClient client, Object body) {
        String id = submitted(client, body).required("id").asString();
        awaitReport(id, report -> true);
        return id;
    }

    JsonNode read(WebTestClient client, String uri) {
        return json(client.get().uri(uri).exchange().expectStatus().isOk());
    }

    JsonNode awaitReport(String id, Predicate<JsonNode> state) {
        return Awaitility.await("report " + id)
                .atMost(PATIENCE)
                .until(() -> find(id), report -> !report.isMissingNode() && state.test(report));
    }

    /** Missing as long as the view does not have it; a busy machine may take longer than a read waits. */
    private JsonNode find(String id) {
        EntityExchangeResult<byte[]> answer =
                admin().get().uri("/api/reports/" + id).exchange().expectBody().returnResult();
        return answer.getStatus().value() == 404
                ? MissingNode.getInstance()
                : JSON.readTree(Objects.requireNonNull(answer.getResponseBody()));
    }

    JsonNode awaitStatus(String id, String status) {
        return awaitReport(id, report -> report.required("status").asString().equals(status));
    }

    /** Lets a service's fact about a report happen, as its writer's contract shows it. */
    void happens(String service, String name, String reportId) {
        facts().send(golden(service, name, reportId));
    }

    /** The example as if it happened now, because what may still be done depends on how long ago it was. */
    static Fact golden(String service, String name, String reportId) {
        Path file = Path.of("..", service, "contract", "examples", "report-" + name + ".json");
        Fact fact = GoldenFact.about(GoldenFact.read(file), "reportId", reportId);
        return GoldenFact.with(fact, "{\"at\":\"%s\"}".formatted(Instant.now()));
    }

    /** From a day ago to tomorrow. */
    static String days() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return "from=%s&to=%s".formatted(today.minusDays(1), today.plusDays(1));
    }

    /** The same for Open311. */
    static String window() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return "start_date=%s&end_date=%s".formatted(now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS));
    }

    FactTopic facts() {
        return service.facts("report-events");
    }

    static JsonNode json(WebTestClient.ResponseSpec response) {
        byte[] body =
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody());
        assertThat(body).as("an answer with a body").isNotEmpty();
        return JSON.readTree(body);
    }

    static void expectProblem(WebTestClient.ResponseSpec response, int status, String field) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Override
    public void close() {
        service.close();
    }
}
