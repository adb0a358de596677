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
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A forward that waits outlives the service. */
class ForwardRestartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void whatWaitsWhenTheServiceStopsGoesOutOnceAfterItsStart(@TempDir Path town) throws IOException {
        String space = "t" + UUID.randomUUID().toString().substring(0, 8);
        String id = UUID.randomUUID().toString();
        try (RemoteSystem power = new RemoteSystem()) {
            ForwardTown.write(town, Map.of("power", "{by: WEBHOOK, to: '" + power.url() + "/in'}"));
            power.answers(asked -> new RemoteSystem.Answer(503, ""));
            try (RunningService before = start(space, town)) {
                dispatched(before, id);
                awaitForward(before, id, "waiting");
            }
            int tried = power.asked().size();
            power.answers(asked -> new RemoteSystem.Answer(200, ""));

            try (RunningService after = start(space, town)) {
                after.facts("report-events").awaitOne("io.twingrid.report.forwarded.v1", id);

                JsonNode sent = awaitForward(after, id, "sent");
                assertThat(sent.has("lastError")).isFalse();
                List<RemoteSystem.Asked> asked = power.asked();
                assertThat(asked).as("once after the start").hasSize(tried + 1);
                assertThat(asked)
                        .as("every try is the same letter to who receives it")
                        .extracting(one -> one.headers().get("Webhook-id"))
                        .containsOnly(asked.getFirst().headers().get("Webhook-id"));
            }
        }
    }

    @Test
    void aRebuiltStoreKnowsWhatWasDeliveredAndThatItWasUrgedFor(@TempDir Path town) throws IOException {
        String space = "t" + UUID.randomUUID().toString().substring(0, 8);
        String id = UUID.randomUUID().toString();
        try (RemoteSystem power = new RemoteSystem()) {
            ForwardTown.write(town, Map.of("power", "{by: WEBHOOK, to: '" + power.url() + "/in'}"));
            try (RunningService before = start(space, town, "ESCALATION_ANSWER_WITHIN=PT2S")) {
                dispatched(before, id);
                awaitForward(before, id, "overdue");
                before.facts("report-events").awaitOne("io.twingrid.report.urged.v1", id);
            }
            int sent = power.asked().size();

            try (RunningService empty = start(
                    space,
                    town,
                    "ESCALATION_ANSWER_WITHIN=PT2S",
                    "ESCALATION_REBUILD=true",
                    "chassis.database=" + space + "-empty")) {
                awaitForward(empty, id, "overdue");
                Awaitility.await("the next reminder")
                        .atMost(PATIENCE)
                        .until(() -> power.asked().size() > sent);
                assertThat(power.asked().subList(sent, power.asked().size()))
                        .as("no second first letter")
                        .allMatch(asked -> asked.body().contains("\"reminder\":true"));
                assertThat(read(empty, id).path("urged").asInt()).isEqualTo(1);
                empty.facts("report-events").awaitOne("io.twingrid.report.urged.v1", id);
                assertThat(empty.facts("report-events").all(id).stream()
                                .filter(fact -> fact.type().equals("io.twingrid.report.urged.v1"))
                                .map(Fact::id)
                                .distinct())
                        .hasSize(1);
            }
        }
    }

    private static RunningService start(String space, Path town, String... more) {
        String[] properties = Stream.concat(
                        Stream.of(
                                "TWINGRID_TOWN=" + town,
                                "ESCALATION_FORWARD_EVERY=100ms",
                                "ESCALATION_FORWARD_CALL_WITHIN=4s",
                                "ESCALATION_FORWARD_LEASE=9s",
                                "ESCALATION_FORWARD_FIRST_RETRY=200ms",
                                "ESCALATION_FORWARD_LONGEST_RETRY=400ms"),
                        Stream.of(more))
                .toArray(String[]::new);
        return RunningService.startIn(space, EscalationService.application(), properties);
    }

    private static void dispatched(RunningService service, String id) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        service.facts("report-events")
                .send(GoldenFact.with(
                        GoldenFact.about(
                                GoldenFact.read(Centre.TRIAGE.resolve("report-escalated.json")), "reportId", id),
                        "{\"at\":\"" + now + "\"}"));
        Awaitility.await("the case " + id)
                .atMost(PATIENCE)
                .until(() -> read(service, id).path("state").asString("").equals("received"));
        coordinator(service)
                .post()
                .uri("/api/escalations/{id}/dispatch", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"department\":\"power\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** If it waits, once it has been tried. */
    private static JsonNode awaitForward(RunningService service, String id, String state) {
        return Awaitility.await("the forward is " + state)
                .atMost(PATIENCE)
                .until(
                        () -> read(service, id).path("forwards").path(0),
                        forward -> forward.path("state").asString("").equals(state)
                                && (!state.equals("waiting") || forward.has("lastError")));
    }

    private static JsonNode read(RunningService service, String id) {
        return Centre.json(
                coordinator(service).get().uri("/api/escalations/{id}", id).exchange());
    }

    private static WebTestClient coordinator(RunningService service) {
        return service.as("coordinator", List.of("street-coordinator"), List.of("guankou"), null);
    }
}
