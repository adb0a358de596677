package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.TestIssuer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Bad networks: what a client sends again is the same report, whoever died in between. */
class NothingTwiceTest {
    private static final int KEYS = 1000;
    private static final int AT_ONCE = 5;

    private record Answer(int status, String body) {}

    @Test
    void aThousandKeysSentFiveTimesAtOnceAreAThousandReports() {
        try (Intake intake = Intake.start()) {
            WebClient client = WebClient.builder()
                    .baseUrl(intake.service().baseUrl())
                    .defaultHeader(
                            HttpHeaders.AUTHORIZATION,
                            "Bearer " + TestIssuer.trusted().token("observer-1", List.of("observer"), List.of(), null))
                    .build();
            List<Answer> conflicts = Collections.synchronizedList(new ArrayList<>());
            List<String> reports = Flux.range(0, KEYS)
                    .flatMap(
                            key -> Flux.range(0, AT_ONCE)
                                    .flatMap(copy -> submit(client, "key-" + key, "lamp " + key))
                                    .collectList()
                                    .doOnNext(answers -> {
                                        assertThat(answers)
                                                .extracting(Answer::status)
                                                .containsOnly(201);
                                        assertThat(answers)
                                                .extracting(Answer::body)
                                                .as("equal answers for key %d", key)
                                                .containsOnly(answers.getFirst().body());
                                    })
                                    .delayUntil(answers -> submit(client, "key-" + key, "another lamp " + key)
                                            .doOnNext(conflicts::add))
                                    .map(answers -> Intake.JSON
                                            .readTree(answers.getFirst().body())
                                            .required("id")
                                            .asString()),
                            16)
                    .collectList()
                    .block();

            assertThat(reports).hasSize(KEYS).doesNotHaveDuplicates();
            assertThat(conflicts).hasSize(KEYS).extracting(Answer::status).containsOnly(422);
            intake.awaitReport(Objects.requireNonNull(reports).getLast(), report -> true);
            assertThat(intake.facts().all())
                    .allSatisfy(fact -> assertThat(fact.data()).doesNotContain("another lamp"))
                    .extracting(fact -> fact.id())
                    .satisfies(ids -> assertThat(ids.stream().distinct()).hasSizeLessThanOrEqualTo(KEYS));
        }
    }

    @Test
    void aKeyThatWasClaimedBeforeTheInstanceDiedIsPublishedByTheNextOne(@TempDir Path folder) {
        String key = UUID.randomUUID().toString();
        EmbeddedBroker dying = EmbeddedBroker.start(BrokerSettings.in(folder));
        try (Intake first = Intake.start("KAFKA_BROKERS=" + dying.bootstrapServers())) {
            dying.close();
            // The claim is in the store, the report is not on the topic: what a crash between the two leaves behind.
            first.submit(first.observer("observer-1"), body("dark"), key)
                    .expectStatus()
                    .isEqualTo(503);
            try (Intake second =
                    new Intake(RunningService.startIn(first.service().space(), ReportIntake.application()))) {
                Intake.expectProblem(
                        second.submit(second.observer("observer-1"), body("other"), key), 422, "Idempotency-Key");
                JsonNode report = Intake.json(second.submit(second.observer("observer-1"), body("dark"), key)
                        .expectStatus()
                        .isCreated());
                String id = report.required("id").asString();
                assertThat(second.awaitReport(id, there -> true).required("number"))
                        .isEqualTo(report.required("number"));
                second.facts().awaitOne("io.twingrid.report.submitted.v1", id);
                assertThat(second.facts().all(id)).hasSize(1);
            }
        }
    }

    @Test
    void eachReportOfABatchHasItsOwnOutcome() {
        try (Intake intake = Intake.start()) {
            Map<String, Object> good = Map.of("idempotencyKey", "a", "report", body("dark"));
            List<Object> reports = List.of(
                    good,
                    Map.of("idempotencyKey", "b", "report", Map.of("category", "77777")),
                    Map.of("idempotencyKey", "a", "report", body("other")),
                    Map.of("idempotencyKey", "c", "report", Map.of("location", "here")),
                    Map.of("no", "report"),
                    Map.of("idempotencyKey", "d", "report", body("bright")));
            JsonNode outcomes = batch(intake, reports);
            assertThat(statuses(outcomes)).containsExactly(201, 400, 422, 400, 400, 201);
            assertThat(outcomes.get(3)
                            .required("problem")
                            .required("errors")
                            .get(0)
                            .required("field")
                            .asString())
                    .isEqualTo("report.location");
            assertThat(statuses(batch(intake, reports))).as("sent again").isEqualTo(statuses(outcomes));
            assertThat(batch(intake, reports).get(5)).isEqualTo(outcomes.get(5));

            Intake.expectProblem(post(intake, List.of()), 400, "reports");
            Intake.expectProblem(
                    post(intake, IntStream.range(0, 51).mapToObj(i -> good).toList()), 400, "reports");
        }
    }

    private static JsonNode batch(Intake intake, List<?> reports) {
        return Intake.json(post(intake, reports).expectStatus().isOk()).required("items");
    }

    private static WebTestClient.ResponseSpec post(Intake intake, List<?> reports) {
        return intake.post(intake.observer("observer-1"), "/api/reports/batch", Map.of("reports", reports));
    }

    private static List<Integer> statuses(JsonNode outcomes) {
        return outcomes.values().stream()
                .map(outcome -> outcome.required("status").asInt())
                .toList();
    }

    private static Mono<Answer> submit(WebClient client, String key, String description) {
        return client.post()
                .uri("/api/reports")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(description))
                .exchangeToMono(response -> response.bodyToMono(String.class)
                        .map(text -> new Answer(response.statusCode().value(), text)));
    }
}
