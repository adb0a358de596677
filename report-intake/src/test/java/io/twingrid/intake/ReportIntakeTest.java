package io.twingrid.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.TestIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is shipped: HTTP in, facts out, and the view that follows them. */
class ReportIntakeTest {
    private static final String SUBMITTED = "io.twingrid.report.submitted.v1";
    private static final Path EXAMPLES = Path.of("contract/examples");
    private static final JsonMapper JSON = new JsonMapper();

    @org.jspecify.annotations.Nullable
    static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(ReportIntake.application());
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    @Test
    void anAcceptedReportIsOnTheTopicAndCanBeReadAtOnce() {
        JsonNode report = submit(
                observer("observer-1"), body("路灯不亮,巷子里很黑"), UUID.randomUUID().toString());
        String id = report.required("id").asString();

        Fact fact = facts().awaitOne(SUBMITTED, id);
        GoldenFact.assertWritten(EXAMPLES.resolve("report-submitted.json"), fact);
        assertThat(report.required("number").asString()).matches("\\d{8}-[0-9A-HJKMNP-TV-Z]{8}");
        observer("observer-1")
                .get()
                .uri("/api/reports/{id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("submitted")
                .jsonPath("$.description")
                .isEqualTo("路灯不亮,巷子里很黑")
                .jsonPath("$.timeline.length()")
                .isEqualTo(1);
    }

    @Test
    void theReportersNameStaysWithTheReport() {
        JsonNode report = submit(
                observer("observer-7"),
                body("井盖不见了, 电话 138 0013 8000"),
                UUID.randomUUID().toString());
        String text = new String(
                Objects.requireNonNull(service()
                        .client()
                        .get()
                        .uri("/api/reports/{id}", report.required("id").asString())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                UTF_8);
        assertThat(text)
                .contains("\"number\"")
                .contains("井盖不见了")
                .doesNotContain("observer-7")
                .doesNotContain("0013");
    }

    @Test
    void theSameKeyAndBodyAreTheSameReport() {
        String key = UUID.randomUUID().toString();
        JsonNode first = submit(observer("observer-2"), body("a"), key);
        JsonNode again = submit(observer("observer-2"), body("a"), key);
        assertThat(again).isEqualTo(first);
        observer("observer-2")
                .post()
                .uri("/api/reports")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body("b"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        assertThat(submit(observer("observer-3"), body("b"), key).required("id"))
                .as("another client's key of the same text")
                .isNotEqualTo(first.required("id"));
    }

    @Test
    void aStatementThatIsDeliveredTwiceIsInTheStoryOnce() {
        String id = submit(
                        observer("observer-1"), body("twice"), UUID.randomUUID().toString())
                .required("id")
                .asString();
        Fact routed = golden("../triage-service/contract/examples/report-routed.json", id);
        Fact resolved = golden("../triage-service/contract/examples/report-resolved.json", id);
        Fact supported = golden("contract/examples/report-supported.json", id);
        Fact judged = golden("contract/examples/report-feedback-given.json", id);
        List.of(facts().awaitOne(SUBMITTED, id), routed, resolved, supported, judged)
                .forEach(fact -> {
                    facts().sendTwice(fact);
                    facts().send(GoldenFact.withUnknownField(fact));
                });
        Fact closed = golden("../triage-service/contract/examples/report-closed.json", id);
        facts().send(closed);

        JsonNode report = awaitStatus(id, "closed");
        assertThat(report.required("timeline").values())
                .extracting(step -> step.required("type").asString())
                .containsExactly("submitted", "routed", "resolved", "feedback-given", "closed");
        assertThat(report.required("supporters").asInt()).isEqualTo(1);
        assertThat(report.required("area").required("community").asString()).isEqualTo("tieshan");
    }

    @Test
    void onlyTheBadRecordIsParked() {
        String id = submit(
                        observer("observer-1"),
                        body("behind"),
                        UUID.randomUUID().toString())
                .required("id")
                .asString();
        Fact routed = golden("../triage-service/contract/examples/report-routed.json", id);
        facts().raw(id, Map.of("ce_type", routed.type()), "{}".getBytes(UTF_8));
        Fact noArea = GoldenFact.with(routed, "{\"area\":null}");
        facts().send(noArea);
        facts().send(routed);

        awaitStatus(id, "routed");
        assertThat(facts().parked("report-intake").awaitRecords(2))
                .extracting(record ->
                        new String(record.headers().lastHeader("parked-cause").value(), UTF_8))
                .anySatisfy(cause -> assertThat(cause).contains("ce_specversion"))
                .anySatisfy(cause -> assertThat(cause).contains("'area' is missing"));
    }

    @Test
    void badInputIsAnsweredWithTheFieldAndNothingIsPublished() {
        expectProblem("{\"category\":", 400, "body");
        expectProblem("{\"categori\":\"01037\"}", 400, "categori");
        expectProblem(with("category", "77777"), 400, "category");
        expectProblem(with("location", Map.of("lat", 124.6, "lon", 118.0)), 400, "location.lat");
        expectProblem(with("location", Map.of("lat", "north", "lon", 118.0)), 400, "location.lat");
        expectProblem(with("description", ""), 400, "description");
        expectProblem(with("description", "x".repeat(5 * 1024 * 1024)), 413, "body");
        // What is sent last is there last: whatever was published of the bad ones would be there before it.
        String last = submit(
                        observer("observer-1"), body("good"), UUID.randomUUID().toString())
                .required("id")
                .asString();
        facts().awaitOne(SUBMITTED, last);
        assertThat(facts().all()).noneMatch(fact -> fact.data().contains("must not be published"));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefusedWithAProblem() {
        String foreign = TestIssuer.start().token("observer-1", List.of("observer"), List.of(), null);
        service()
                .withToken(foreign)
                .post()
                .uri("/api/reports")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body("foreign"))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Authorization");
    }

    @Test
    void aListIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            awaitStatus(
                    submit(
                                    observer("observer-9"),
                                    body("page " + i),
                                    UUID.randomUUID().toString())
                            .required("id")
                            .asString(),
                    "submitted");
        }
        JsonNode first = list("/api/reports?mine=true&limit=3");
        JsonNode second = list("/api/reports?mine=true&limit=3&cursor="
                + first.required("next").asString());
        assertThat(first.required("items").size()).isEqualTo(3);
        assertThat(second.required("items").size()).isEqualTo(2);
        assertThat(second.has("next")).isFalse();
        assertThat(Instant.parse(
                        first.required("items").get(2).required("submittedAt").asString()))
                .isAfterOrEqualTo(Instant.parse(
                        second.required("items").get(0).required("submittedAt").asString()));
        service()
                .client()
                .get()
                .uri("/api/reports?cursor=nonsense!")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void whatItOffersIsDescribedAndItsHealthIsTold() {
        service()
                .client()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/reports'].post.summary")
                .isEqualTo("Report what you see");
        for (String path : List.of("/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus")) {
            service().client().get().uri(path).exchange().expectStatus().isOk();
        }
        service()
                .client()
                .get()
                .uri("/api/categories")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.code=='01037')].name.zh")
                .isEqualTo("路灯异常");
        service().client().get().uri("/actuator/env").exchange().expectStatus().isUnauthorized();
    }

    private static void expectProblem(Object body, int status, String field) {
        observer("observer-1")
                .post()
                .uri("/api/reports")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .value(type -> assertThat(String.valueOf(type)).startsWith("https://twingrid.io/problems/"))
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private static JsonNode submit(WebTestClient client, Map<String, Object> body, String key) {
        return json(client.post()
                .uri("/api/reports")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists(HttpHeaders.LOCATION));
    }

    private static JsonNode read(String id) {
        return json(service()
                .client()
                .get()
                .uri("/api/reports/{id}", id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static JsonNode list(String uri) {
        return json(
                observer("observer-9").get().uri(uri).exchange().expectStatus().isOk());
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return JSON.readTree(
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()));
    }

    private static JsonNode awaitStatus(String id, String status) {
        return Awaitility.await(status).atMost(Duration.ofSeconds(20)).until(() -> read(id), report -> report.required(
                        "status")
                .asString()
                .equals(status));
    }

    private static Fact golden(String file, String reportId) {
        return GoldenFact.about(GoldenFact.read(Path.of(file)), "reportId", reportId);
    }

    private static Map<String, Object> body(String description) {
        return Map.of(
                "category",
                "01037",
                "description",
                description,
                "address",
                "铁山社区铁山路 12 号旁",
                "location",
                Map.of("lat", 24.611, "lon", 118.004, "accuracy", 15.0));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = new HashMap<>(body("must not be published"));
        body.put(field, value);
        return body;
    }

    private static WebTestClient observer(String name) {
        return service().as(name, List.of("observer"), List.of(), null);
    }

    private static FactTopic facts() {
        return service().facts("report-events");
    }

    private static RunningService service() {
        return Objects.requireNonNull(service);
    }
}
