package io.twingrid.triage;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is shipped, in the shipped town, with the people who use it. */
final class TriageTown implements AutoCloseable {
    static final Path OURS = Path.of("contract/examples");
    static final Path INTAKES = Path.of("../report-intake/contract/examples");
    static final Path STREETS = Path.of("../escalation-service/contract/examples");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();
    private final RunningService service;

    private TriageTown(RunningService service) {
        this.service = service;
    }

    static TriageTown start(String... properties) {
        return new TriageTown(RunningService.start(TriageService.application(), properties));
    }

    RunningService service() {
        return service;
    }

    FactTopic facts() {
        return service.facts("report-events");
    }

    WebTestClient gridWorker(String community) {
        return service.as("grid-" + community, List.of("grid-worker"), List.of(community), null);
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

    /** A fact of an example file, about another report and of just now: what the example's day makes due would be overdue. */
    static Fact example(Path file, String reportId) {
        Fact example = GoldenFact.about(GoldenFact.read(file), "reportId", reportId);
        return GoldenFact.with(example, "{\"at\":\"" + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\"}");
    }

    /** The same, stated another time: a fact of its own. */
    static Fact another(Fact fact) {
        return new Fact(
                UUID.randomUUID().toString(),
                fact.type(),
                fact.source(),
                fact.subject(),
                fact.time(),
                fact.traceparent(),
                fact.data());
    }

    /** intake's example of a report, submitted just now, with other values in some fields, about a report of its own. */
    static Fact submitted(String fields) {
        String id = UUID.randomUUID().toString();
        return GoldenFact.with(example(INTAKES.resolve("report-submitted.json"), id), fields);
    }

    /** Submits a report to the topic and waits until it is a case; answers its id. */
    String submit(String fields) {
        Fact submitted = submitted(fields);
        facts().send(submitted);
        facts().awaitOne("io.twingrid.report.routed.v1", submitted.subject());
        return submitted.subject();
    }

    /** The case as an administrator reads it. */
    JsonNode read(String id) {
        return json(admin().get()
                .uri("/api/cases/{id}", id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    JsonNode awaitState(String id, String state) {
        return Awaitility.await(id + " to be " + state)
                .atMost(PATIENCE)
                .until(() -> read(id), theCase -> stateOf(theCase).equals(state));
    }

    JsonNode awaitLine(String id, String verb) {
        return Awaitility.await(id + " to have been through " + verb)
                .atMost(PATIENCE)
                .until(() -> read(id), theCase -> verbs(theCase).contains(verb));
    }

    /** How many facts of a type had an outcome so far: {@code changed}, {@code unchanged} or {@code refused}. */
    double handled(String type, String outcome) {
        return service.bean(MeterRegistry.class)
                .counter("facts.handled", "type", type, "outcome", outcome)
                .count();
    }

    void awaitHandled(String type, String outcome, double count) {
        Awaitility.await(count + " × " + type + " " + outcome)
                .atMost(PATIENCE)
                .until(() -> handled(type, outcome) >= count);
    }

    static String stateOf(JsonNode theCase) {
        return theCase.required("state").asString();
    }

    static List<String> verbs(JsonNode theCase) {
        return theCase.required("history").values().stream()
                .map(line -> line.required("verb").asString())
                .toList();
    }

    static ResponseSpec ask(WebTestClient who, String id, String verb, String body) {
        return who.post()
                .uri("/api/cases/{id}/{verb}", id, verb)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** Asks for a verb that is possible; answers the case as it is then. */
    static JsonNode move(WebTestClient who, String id, String verb, String body) {
        return json(ask(who, id, verb, body).expectStatus().isOk());
    }

    /** Asks for something that cannot be; answers the problem document. */
    static JsonNode problem(ResponseSpec answer, HttpStatus status) {
        return json(answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    static JsonNode json(ResponseSpec answer) {
        EntityExchangeResult<byte[]> result = answer.expectBody().returnResult();
        return JSON.readTree(Objects.requireNonNull(result.getResponseBody()));
    }

    @Override
    public void close() {
        service.close();
    }
}
