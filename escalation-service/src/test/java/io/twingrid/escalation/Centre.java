package io.twingrid.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is shipped, and the people who work with it. One for all tests; each test has reports of its own. */
final class Centre implements AutoCloseable {
    static final Path OURS = Path.of("contract/examples");
    static final Path TRIAGE = Path.of("../triage-service/contract/examples");
    static final Path INTAKE = Path.of("../report-intake/contract/examples");
    static final Path POINTS = Path.of("../points-service/contract/examples");
    static final String CARE_KEYS = "ESCALATION_CARE_KEYS=test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final int OBSERVERS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningService service;

    Centre() {
        this(RunningService.start(EscalationService.application(), CARE_KEYS));
    }

    /** With twenty observers who ride through 铁山. */
    Centre(RunningService service) {
        this.service = service;
        for (int number = 1; number <= OBSERVERS; number++) {
            toldByPoints("appointed", "observer-" + number, "{\"grids\":[\"tieshan-01\",\"tieshan-02\"]}");
        }
        for (int number = 1; number <= OBSERVERS; number++) {
            awaitGrids("observer-" + number, Set.of("tieshan-01", "tieshan-02"));
        }
    }

    /** Points-service's example of a fact, about another observer. */
    void toldByPoints(String name, String observer, String fields) {
        Fact example =
                GoldenFact.about(GoldenFact.read(POINTS.resolve("points-" + name + ".json")), "observerId", observer);
        service.facts("points-events").send(GoldenFact.with(example, fields));
    }

    /** Waits until the centre knows where an observer rides. */
    void awaitGrids(String observer, Set<String> grids) {
        CareDesk desk = service.bean(CareDesk.class);
        Awaitility.await(observer + " rides in " + grids)
                .atMost(PATIENCE)
                .until(() -> desk.gridsOf(observer).block(PATIENCE), grids::equals);
    }

    RunningService service() {
        return service;
    }

    FactTopic facts() {
        return service.facts("report-events");
    }

    WebTestClient coordinator() {
        return service.as("coordinator", List.of("street-coordinator"), List.of("guankou"), null);
    }

    WebTestClient coordinatorOf(String street) {
        return service.as("coordinator-" + street, List.of("street-coordinator"), List.of(street), null);
    }

    WebTestClient officer(String department) {
        return service.as("officer-" + department, List.of("department-officer"), List.of(), department);
    }

    WebTestClient lead(String community) {
        return service.as("lead-" + community, List.of("community-lead"), List.of(community), null);
    }

    WebTestClient observer(int number) {
        return service.as("observer-" + number, List.of("observer"), List.of(), null);
    }

    WebTestClient admin() {
        return service.as("admin", List.of("admin"), List.of(), null);
    }

    /** Triage's example of a fact, about another report, and of this moment: what is old is overdue. */
    Fact fromTriage(String name, String reportId) {
        Fact example = GoldenFact.about(GoldenFact.read(TRIAGE.resolve(name + ".json")), "reportId", reportId);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return GoldenFact.with(example, "{\"at\":\"" + now + "\"}");
    }

    /** What brings a case back to the street: {@code reopened} or {@code rework-requested}; each call is a fact of its own. */
    Fact comeBack(String name, String reportId) {
        return again(GoldenFact.with(fromTriage("report-" + name, reportId), "{\"level\":\"STREET\"}"));
    }

    /** What the reporter says; each call is a fact of its own. */
    Fact feedback(String reportId, boolean resolved) {
        Fact example =
                GoldenFact.about(GoldenFact.read(INTAKE.resolve("report-feedback-given.json")), "reportId", reportId);
        return again(GoldenFact.with(example, "{\"resolved\":" + resolved + "}"));
    }

    private static Fact again(Fact fact) {
        return new Fact(
                fact.id() + "-" + UUID.randomUUID(),
                fact.type(),
                fact.source(),
                fact.subject(),
                fact.time(),
                null,
                fact.data());
    }

    /** A report comes up; answers its id once the centre has it. */
    String escalated() {
        return escalated("{}");
    }

    /** @param fields a JSON object of what shall differ from triage's example */
    String escalated(String fields) {
        String id = UUID.randomUUID().toString();
        facts().send(GoldenFact.with(fromTriage("report-escalated", id), fields));
        awaitState(id, "received");
        return id;
    }

    JsonNode awaitState(String id, String state) {
        return Awaitility.await(id + " is " + state)
                .atMost(PATIENCE)
                .until(
                        () -> read(admin(), id),
                        found -> found.path("state").asString("").equals(state));
    }

    /** The case, or a problem document. */
    JsonNode read(WebTestClient who, String id) {
        return json(who.get().uri("/api/escalations/{id}", id).exchange());
    }

    ResponseSpec ask(WebTestClient who, String id, String verb, String body) {
        return who.post()
                .uri("/api/escalations/{id}/{verb}", id, verb)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** Asks for what has to be possible; answers the case. */
    JsonNode done(WebTestClient who, String id, String verb, String body) {
        return json(ask(who, id, verb, body).expectStatus().isOk());
    }

    /**
     * Asks for what names a moment soon to come. A slow machine may come too late with it: then it asks for a later one.
     *
     * @param body makes the request's body of the moment
     * @return the moment that was taken
     */
    Instant doneSoon(WebTestClient who, String id, String verb, UnaryOperator<String> body) {
        for (Duration ahead = Duration.ofMillis(500); ahead.compareTo(PATIENCE) < 0; ahead = ahead.multipliedBy(2)) {
            Instant soon = Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
            if (json(ask(who, id, verb, body.apply(soon.toString()))).has("version")) {
                return soon;
            }
        }
        throw new AssertionError("'" + verb + "' of " + id + " does not come in time");
    }

    JsonNode list(WebTestClient who, String query) {
        return json(who.get()
                .uri("/api/escalations" + query)
                .exchange()
                .expectStatus()
                .isOk());
    }

    /** What the street told about a report, each fact once, in order; waits until there are so many. */
    List<Fact> told(String id, int count) {
        return Awaitility.await(count + " facts of ours about " + id)
                .atMost(PATIENCE)
                .until(
                        () -> facts().all(id).stream()
                                .filter(fact -> fact.source().equals("/escalation-service"))
                                .distinct()
                                .toList(),
                        facts -> facts.size() >= count);
    }

    static JsonNode json(ResponseSpec answer) {
        byte[] body =
                Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody(), "the answer has no body");
        return JSON.readTree(new String(body, UTF_8));
    }

    /** Waits until everything that was sent about a report has been worked on: what comes behind it under its key is there. */
    void awaitAllOf(String id) {
        String last = UUID.randomUUID().toString();
        Fact fact = fromTriage("report-escalated", last);
        facts().raw(
                        id,
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", fact.id(),
                                "ce_type", fact.type(),
                                "ce_source", fact.source(),
                                "ce_subject", fact.subject(),
                                "ce_time", fact.time().toString()),
                        fact.data().getBytes(UTF_8));
        awaitState(last, "received");
    }

    @Override
    public void close() {
        service.close();
    }
}
