package io.twingrid.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job through all services; then every fact again, to all of them. */
class EveryFactTwiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String[] READERS_OF_REPORTS = {
        "report-intake", "triage-service", "escalation-service", "points-service", "notification-service"
    };

    @Test
    void aReportGoesThroughAllServicesAndEveryFactAgainChangesNothing() {
        try (TownOfServices town = TownOfServices.start()) {
            String settled = settledByTheCommunity(town);
            String dispatched = settledByADepartment(town);
            town.awaitWorkedOff("report-events", READERS_OF_REPORTS);
            town.awaitWorkedOff("points-events", "notification-service");
            Map<String, JsonNode> before = whatEverybodySees(town, settled, dispatched);

            for (String topic : List.of("report-events", "points-events")) {
                FactTopic facts = town.facts(topic);
                List<Fact> all = facts.all();
                assertThat(all).as(topic).isNotEmpty();
                all.forEach(facts::send);
            }
            town.awaitWorkedOff("report-events", READERS_OF_REPORTS);
            town.awaitWorkedOff("points-events", "notification-service");

            assertThat(whatEverybodySees(town, settled, dispatched)).isEqualTo(before);
        }
    }

    private static String settledByTheCommunity(TownOfServices town) {
        String id = submit(town, "observer-1", "01037", "路灯不亮");
        act(lead(town.triage), "/api/cases/" + id + "/verify", Map.of());
        act(lead(town.triage), "/api/cases/" + id + "/assign", Map.of("handler", "grid-tieshan"));
        act(gridWorker(town.triage), "/api/cases/" + id + "/resolve", Map.of("note", "已修复"));
        awaitReport(town, id, "resolved");
        awaitCredits(town, "observer-1");
        return id;
    }

    private static String settledByADepartment(TownOfServices town) {
        String id = submit(town, "observer-2", "01037", "整条街的路灯不亮");
        act(lead(town.triage), "/api/cases/" + id + "/verify", Map.of());
        act(lead(town.triage), "/api/cases/" + id + "/escalate", Map.of("note", "线路由供电所管养"));
        String path = "/api/escalations/" + id;
        Awaitility.await("the street's case")
                .atMost(PATIENCE)
                .until(() -> statusOf(coordinator(town.escalation), path) == 200);
        act(coordinator(town.escalation), path + "/dispatch", Map.of("department", "power"));
        act(officer(town.escalation), path + "/accept", Map.of());
        act(officer(town.escalation), path + "/resolve", Map.of("note", "已更换接触器"));
        awaitReport(town, id, "resolved");
        awaitCredits(town, "observer-2");
        return id;
    }

    private static Map<String, JsonNode> whatEverybodySees(TownOfServices town, String... reports) {
        Map<String, JsonNode> seen = new LinkedHashMap<>();
        for (String id : reports) {
            look(seen, "report", town.intake.as("admin", List.of("admin"), List.of(), null), "/api/reports/" + id);
            look(seen, "community", lead(town.triage), "/api/cases/" + id);
        }
        look(seen, "street", coordinator(town.escalation), "/api/escalations");
        for (String observer : List.of("observer-1", "observer-2")) {
            look(seen, "account", observer(town.points, observer), "/api/points/" + observer);
            look(seen, "entries", observer(town.points, observer), "/api/points/" + observer + "/entries");
            look(seen, observer + " is told", observer(town.notification, observer), "/api/notices?limit=100");
        }
        look(seen, "lead is told", lead(town.notification), "/api/notices?limit=100");
        look(seen, "grid worker is told", gridWorker(town.notification), "/api/notices?limit=100");
        look(seen, "coordinator is told", coordinator(town.notification), "/api/notices?limit=100");
        look(seen, "officer is told", officer(town.notification), "/api/notices?limit=100");
        return seen;
    }

    private static void look(Map<String, JsonNode> seen, String what, WebTestClient who, String path) {
        JsonNode answer = body(who.get().uri(path).exchange().expectStatus().isOk());
        assertThat(answer.has("items") && answer.path("items").isEmpty())
                .as("%s at %s is empty", what, path)
                .isFalse();
        seen.put(what + " " + path, answer);
    }

    private static String submit(TownOfServices town, String observer, String category, String words) {
        JsonNode report = body(observer(town.intake, observer)
                .post()
                .uri("/api/reports")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "category", category,
                        "description", words,
                        "location", Map.of("lat", 24.611, "lon", 118.004)))
                .exchange()
                .expectStatus()
                .isCreated());
        String id = report.required("id").asString();
        awaitReport(town, id, "routed");
        return id;
    }

    private static void act(WebTestClient who, String path, Map<String, Object> arguments) {
        who.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(arguments)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static void awaitReport(TownOfServices town, String id, String status) {
        Awaitility.await(id + " " + status).atMost(PATIENCE).until(() -> body(town.intake
                        .client()
                        .get()
                        .uri("/api/reports/" + id)
                        .exchange())
                .path("status")
                .asString("")
                .equals(status));
    }

    private static void awaitCredits(TownOfServices town, String observer) {
        Awaitility.await(observer + " is credited")
                .atMost(PATIENCE)
                .until(() -> body(observer(town.points, observer)
                                        .get()
                                        .uri("/api/points/" + observer)
                                        .exchange())
                                .path("entries")
                                .asInt()
                        == 1);
    }

    private static int statusOf(WebTestClient who, String path) {
        return who.get().uri(path).exchange().returnResult().getStatus().value();
    }

    private static JsonNode body(WebTestClient.ResponseSpec response) {
        byte[] bytes =
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody());
        return JSON.readTree(new String(bytes, UTF_8));
    }

    private static WebTestClient observer(RunningService service, String name) {
        return service.as(name, List.of("observer"), List.of(), null);
    }

    private static WebTestClient lead(RunningService service) {
        return service.as("lead-tieshan", List.of("community-lead"), List.of("tieshan"), null);
    }

    private static WebTestClient gridWorker(RunningService service) {
        return service.as("grid-tieshan", List.of("grid-worker"), List.of("tieshan"), null);
    }

    private static WebTestClient coordinator(RunningService service) {
        return service.as("coordinator", List.of("street-coordinator"), List.of("guankou"), null);
    }

    private static WebTestClient officer(RunningService service) {
        return service.as("officer-power", List.of("department-officer"), List.of(), "power");
    }
}
