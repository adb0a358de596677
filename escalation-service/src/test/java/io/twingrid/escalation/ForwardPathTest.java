package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Two instances of a town whose power supply has a webhook, whose water works have Open311, and whose gas works have a mailbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardPathTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RemoteSystem power = new RemoteSystem();
    private final RemoteSystem water = new RemoteSystem();

    @SuppressWarnings("NullAway.Init") // set before the first test
    private RunningService one;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private RunningService other;

    @BeforeAll
    void start(@TempDir Path town) throws IOException {
        ForwardTown.write(
                town,
                Map.of(
                        "power", "{by: WEBHOOK, to: '" + power.url() + "/in'}",
                        "water", "{by: OPEN311, to: '" + water.url() + "/v2', resolves: true}",
                        "gas", "{by: EMAIL, to: gas@town.example}"));
        String space = "t" + UUID.randomUUID().toString().substring(0, 8);
        one = start(space, town);
        other = start(space, town);
    }

    private static RunningService start(String space, Path town) {
        return RunningService.startIn(
                space,
                EscalationService.application(),
                "TWINGRID_TOWN=" + town,
                "ESCALATION_ANSWER_WITHIN=PT2S",
                "ESCALATION_FORWARD_EVERY=100ms",
                "ESCALATION_FORWARD_FIRST_RETRY=200ms",
                "ESCALATION_FORWARD_LONGEST_RETRY=400ms",
                "ESCALATION_FORWARD_ASK_EVERY=300ms");
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
        power.close();
        water.close();
    }

    @Test
    void whatIsNotDeliveredIsTriedAgainStaffSeeWhyAndItArrivesOnce() {
        power.answers(asked -> new RemoteSystem.Answer(503, ""));
        String id = dispatched("power");

        JsonNode waiting =
                awaitForward(id, "waiting", forward -> forward.path("attempts").asInt() >= 3);
        assertThat(waiting.path("lastError").asString()).isEqualTo("It answered 503.");
        assertThat(waiting.has("nextTry")).isTrue();
        power.answers(asked -> new RemoteSystem.Answer(200, ""));

        Fact forwarded = one.facts("report-events").awaitOne("io.twingrid.report.forwarded.v1", id);
        GoldenFact.assertWritten(Centre.OURS.resolve("report-forwarded.json"), forwarded);
        ask(officer("power"), id, "accept", "{}");
        JsonNode answered = awaitForward(id, "answered", forward -> true);
        assertThat(answered.has("lastError")).isFalse();
        assertThat(answered.has("nextTry")).isFalse();
        assertThat(told(id, "forwarded")).hasSize(1);
    }

    @Test
    void whatNobodyAnswersIsOverdueUrgedOnceAndRemindedOf() {
        String id = dispatched("power");

        awaitForward(id, "overdue", forward -> forward.path("reminders").asInt() >= 2);

        assertThat(told(id, "urged")).singleElement().satisfies(urged -> assertThat(urged.data())
                .contains("\"department\":\"power\""));
        assertThat(power.asked())
                .anyMatch(asked -> asked.body().contains(id) && asked.body().contains("\"reminder\":true"));
        ask(coordinator(), id, "return", "{\"reason\":\"社区可自行解决\"}");
        awaitForward(id, "ended", forward -> true);
    }

    @Test
    void whatTheRemoteSystemSaysComesBackAsAnOfficersMoves() {
        AtomicReference<String> state = new AtomicReference<>("{\"status\":\"open\",\"status_notes\":\"crew booked\"}");
        water.answers(asked -> new RemoteSystem.Answer(
                200, asked.method().equals("POST") ? "[{\"service_request_id\":\"W-1\"}]" : "[" + state.get() + "]"));
        String id = dispatched("water");

        awaitState(id, "accepted");
        JsonNode answered = awaitForward(id, "answered", forward -> forward.has("remoteSaid"));
        assertThat(answered.path("reference").asString()).isEqualTo("W-1");
        assertThat(verbs(id)).contains("accept", "note");
        state.set("{\"status\":\"closed\",\"status_notes\":\"valve replaced\"}");

        JsonNode resolved = awaitState(id, "resolved");
        assertThat(resolved.path("history").values())
                .extracting(line -> line.path("text").asString(""))
                .anyMatch(text -> text.contains("valve replaced"));
        awaitForward(id, "ended", forward -> true);
    }

    @Test
    void whatIsOnHoldIsUrgedForWantOfAnAnswerOnceItGoesOn() {
        water.answers(asked -> asked.method().equals("POST")
                ? new RemoteSystem.Answer(200, "[{\"service_request_id\":\"W-2\"}]")
                : new RemoteSystem.Answer(503, ""));
        String id = dispatched("water");
        String answerBy =
                awaitForward(id, "sent", forward -> true).path("answerBy").asString();
        String review = Instant.now().plus(9, ChronoUnit.DAYS).toString();
        ask(coordinator(), id, "hold", "{\"reason\":\"等待管线迁改\",\"reviewOn\":\"" + review + "\"}");

        awaitForward(
                id, "overdue", forward -> !forward.path("answerBy").asString().equals(answerBy));
        assertThat(told(id, "urged")).as("the clocks stand still").isEmpty();
        ask(coordinator(), id, "resume", "{}");

        one.facts("report-events").awaitOne("io.twingrid.report.urged.v1", id);
        ask(coordinator(), id, "return", "{\"reason\":\"社区可自行解决\"}");
    }

    @Test
    void withoutAMailServerTheCaseSaysSo() {
        String id = dispatched("gas");

        JsonNode waiting = awaitForward(id, "waiting", forward -> forward.has("lastError"));

        assertThat(waiting.path("lastError").asString()).isEqualTo("No mail server is set: SPRING_MAIL_HOST.");
        assertThat(waiting.path("channel").asString()).isEqualTo("EMAIL");
        assertThat(read(officer("gas"), id).path("forwards").size()).isEqualTo(1);
    }

    private String dispatched(String department) {
        String id = UUID.randomUUID().toString();
        Fact example =
                GoldenFact.about(GoldenFact.read(Centre.TRIAGE.resolve("report-escalated.json")), "reportId", id);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        one.facts("report-events").send(GoldenFact.with(example, "{\"at\":\"" + now + "\"}"));
        awaitState(id, "received");
        coordinator()
                .post()
                .uri("/api/escalations/{id}/dispatch", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"department\":\"" + department + "\"}")
                .exchange()
                .expectStatus()
                .isOk();
        return id;
    }

    private static void ask(WebTestClient who, String id, String verb, String body) {
        who.post()
                .uri("/api/escalations/{id}/{verb}", id, verb)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private JsonNode awaitState(String id, String state) {
        return Awaitility.await(id + " is " + state)
                .atMost(PATIENCE)
                .until(
                        () -> read(coordinator(), id),
                        found -> found.path("state").asString("").equals(state));
    }

    private JsonNode awaitForward(String id, String state, Predicate<JsonNode> and) {
        return Objects.requireNonNull(Awaitility.await("the forward of " + id + " is " + state)
                .atMost(PATIENCE)
                .until(
                        () -> read(coordinator(), id).path("forwards").path(0),
                        found -> found.path("state").asString("").equals(state) && and.test(found)));
    }

    private List<Fact> told(String id, String name) {
        return one.facts("report-events").all(id).stream()
                .filter(fact -> fact.type().contains(name))
                .distinct()
                .toList();
    }

    private List<String> verbs(String id) {
        return read(coordinator(), id).path("history").values().stream()
                .map(line -> line.path("verb").asString())
                .toList();
    }

    private JsonNode read(WebTestClient who, String id) {
        return Centre.json(who.get().uri("/api/escalations/{id}", id).exchange());
    }

    private WebTestClient coordinator() {
        return one.as("coordinator", List.of("street-coordinator"), List.of("guankou"), null);
    }

    private WebTestClient officer(String department) {
        return other.as("officer-" + department, List.of("department-officer"), List.of(), department);
    }
}
