package io.twingrid.escalation;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.wall.Persona;
import io.twingrid.chassis.testkit.wall.ServiceUnderTest;
import io.twingrid.chassis.testkit.wall.Walls;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * Nobody where he does not belong: forged tokens, hostile input, and the table of who may do what. Each probe has a case or an
 * errand of its own, in the state in which its verb is possible.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WallsTest implements Walls {
    private static final String CARE_TASKS = "/api/care-tasks";
    private static final String CLAIMER = "observer-a";
    private static final int PROBES = 200;

    private final Instant soon = Instant.now().plus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    private final Queue<String> cases = new ArrayDeque<>();
    private final Centre centre = new Centre(ServiceUnderTest.start(EscalationService.application(), Centre.CARE_KEYS));
    private String code = "";

    @BeforeAll
    void fillTheCentre() {
        rides(CLAIMER, "tieshan-01");
        rides("observer-b", "shenqing-01");
        cases.addAll(Stream.generate(() -> UUID.randomUUID().toString())
                .limit(PROBES)
                .toList());
        cases.forEach(id -> centre.facts().send(centre.fromTriage("report-escalated", id)));
        Set<String> onTheirWay = new HashSet<>(cases);
        Awaitility.await("the cases to be there").atMost(Duration.ofSeconds(60)).until(() -> {
            onTheirWay.removeIf(this::isThere);
            return onTheirWay.isEmpty();
        });
    }

    private boolean isThere(String id) {
        return centre.read(centre.admin(), id).path("state").asString("").equals("received");
    }

    @AfterAll
    void stop() {
        centre.close();
    }

    @Override
    public RunningService service() {
        return centre.service();
    }

    @Override
    public String idFor(String operation, String variable, Persona persona) {
        String verb = operation.substring(operation.lastIndexOf('/') + 1);
        return operation.contains(CARE_TASKS) ? errandFor(verb) : caseFor(verb);
    }

    @Override
    public @Nullable Object bodyFor(String operation, Persona persona) {
        return switch (operation) {
            case "POST /api/care-tasks" -> newErrand();
            case "POST /api/care-tasks/{id}/confirm" -> CLAIMER.equals(persona.id()) ? Map.of("code", code) : Map.of();
            case "POST /api/escalations/{id}/dispatch" -> Map.of("department", "water");
            case "POST /api/escalations/{id}/hold" -> Map.of("reason", "x", "reviewOn", soon);
            case "POST /api/escalations/{id}/extend" -> Map.of("reason", "x", "until", soon);
            default -> null;
        };
    }

    /** A case that is with the power department, as the verb needs it. */
    private String caseFor(String verb) {
        String id = cases.remove();
        String joining = verb.equals("report-in") ? ",\"coDepartments\":[\"water\"]" : "";
        centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"power\"" + joining + "}");
        switch (verb) {
            case "resume" ->
                centre.done(centre.coordinator(), id, "hold", "{\"reason\":\"x\",\"reviewOn\":\"" + soon + "\"}");
            case "approve-extension", "decline-extension" ->
                centre.done(centre.officer("power"), id, "extend", "{\"reason\":\"x\",\"until\":\"" + soon + "\"}");
            default -> {}
        }
        return id;
    }

    /** An errand of Tieshan's: open for who would claim it, else claimed by observer A and as far as the verb needs it. */
    private String errandFor(String verb) {
        JsonNode made = Centre.json(centre.lead("tieshan")
                .post()
                .uri(CARE_TASKS)
                .bodyValue(newErrand())
                .exchange()
                .expectStatus()
                .isCreated());
        code = made.path("code").asString();
        String id = made.path("id").asString();
        List<String> before =
                switch (verb) {
                    case "claim" -> List.of();
                    case "deliver" -> List.of("claim", "pick-up");
                    case "confirm" -> List.of("claim", "pick-up", "deliver");
                    default -> List.of("claim");
                };
        WebTestClient claimer = service().as(CLAIMER, List.of("observer"), List.of(), null);
        before.forEach(step -> claimer.post()
                .uri(CARE_TASKS + "/{id}/{step}", id, step)
                .exchange()
                .expectStatus()
                .isOk());
        return id;
    }

    private Map<String, Object> newErrand() {
        return Map.of("kind", "MEDICINE", "what", "取药", "grid", "tieshan-01", "address", "铁山路 1 号", "dueBy", soon);
    }

    private void rides(String observer, String grid) {
        centre.toldByPoints("appointed", observer, "{\"grids\":[\"" + grid + "\"]}");
        centre.awaitGrids(observer, Set.of(grid));
    }
}
