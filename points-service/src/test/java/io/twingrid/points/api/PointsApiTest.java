package io.twingrid.points.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.TestIssuer;
import io.twingrid.points.Credits;
import io.twingrid.points.PointsService;
import io.twingrid.points.domain.ResolvedReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PointsApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
        Credits credits = service.bean(Credits.class);
        credits.creditResolution(report("r-1", "01037", "NORMAL", false)).block();
        credits.creditResolution(report("r-2", "01003", "HIGH", true)).block();
        credits.reverseResolution("r-1", NINE).block();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anObserverSeesHowHisAccountStands() {
        assertThat(json(observer(), "/api/points/observer-1")).isEqualTo(JSON.readTree("""
                {"observerId":"observer-1","balance":20,"entries":3}"""));
    }

    @Test
    void anObserverWhoNeverEarnedAnythingHasAnEmptyAccount() {
        WebTestClient newcomer = service.as("observer-2", List.of("observer"), List.of(), null);

        assertThat(json(newcomer, "/api/points/observer-2")).isEqualTo(JSON.readTree("""
                {"observerId":"observer-2","balance":0,"entries":0}"""));
        assertThat(json(newcomer, "/api/points/observer-2/entries")).isEqualTo(JSON.readTree("""
                {"items":[]}"""));
    }

    @Test
    void anEntrySaysWhatEachRuleGaveAndWhatItCorrects() {
        JsonNode page = json(observer(), "/api/points/observer-1/entries");

        assertThat(page).isEqualTo(JSON.readTree("""
                {"items":[
                  {"seq":3,"amount":-8,"balance":20,"cause":"invalidated:r-1","reportId":"r-1","at":"2026-11-22T09:00:00.123Z",
                   "parts":[{"rule":"resolved-report","points":-8}],"corrects":1},
                  {"seq":2,"amount":20,"balance":28,"cause":"resolved:r-2","reportId":"r-2","at":"2026-11-22T09:00:00.123Z",
                   "parts":[{"rule":"resolved-report","points":10},{"rule":"priority-bonus","points":5},
                            {"rule":"handled-on-the-spot","points":5}]},
                  {"seq":1,"amount":8,"balance":8,"cause":"resolved:r-1","reportId":"r-1","at":"2026-11-22T09:00:00.123Z",
                   "parts":[{"rule":"resolved-report","points":8}]}]}"""));
    }

    @Test
    void entriesComeInPagesNewestFirst() {
        JsonNode first = json(observer(), "/api/points/observer-1/entries?limit=2");
        JsonNode second = json(
                observer(),
                "/api/points/observer-1/entries?limit=2&cursor="
                        + first.path("next").asString());

        assertThat(first.path("items").valueStream().map(item -> item.path("seq")
                        .asInt()))
                .containsExactly(3, 2);
        assertThat(second.path("items").valueStream().map(item -> item.path("seq")
                        .asInt()))
                .containsExactly(1);
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"points-admin", "admin"})
    void pointsStaffSeeEveryAccount(String role) {
        WebTestClient staff = service.as("somebody", List.of(role), List.of(), null);

        assertThat(json(staff, "/api/points/observer-1").path("balance").asInt())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "observer-2, observer",
        "lead-tieshan, community-lead",
        "coordinator, street-coordinator",
        "officer-power, department-officer"
    })
    void nobodyElseSeesAnAccount(String caller, String role) {
        WebTestClient other = service.as(caller, List.of(role), List.of("guankou", "tieshan"), "power");

        for (String part : List.of("", "/entries", "/statement")) {
            assertThat(problem(other, "/api/points/observer-1" + part, 403)
                            .path("type")
                            .asString())
                    .endsWith("/forbidden");
        }
    }

    @Test
    void aStatementIsATableOfTheWholeAccount() {
        String csv = observer()
                .get()
                .uri("/api/points/observer-1/statement")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Type", "text/csv;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(String.valueOf(csv).lines()).hasSize(4);
        assertThat(csv).contains(",resolved:r-2,", "priority-bonus 5");
    }

    @Test
    void staffAdjustOnceAKeyAndAboveTheLimitByTwo() {
        String path = "/api/points/observer-9/adjustments";
        JsonNode booked = posted(staff("points"), path, "k-1", "{\"amount\":20,\"reason\":\"防汛\"}", 200);
        JsonNode again = posted(staff("points"), path, "k-1", "{\"amount\":20,\"reason\":\"防汛\"}", 200);
        posted(staff("points"), path, "k-1", "{\"amount\":21,\"reason\":\"防汛\"}", 422);
        JsonNode large = posted(staff("points"), path, "k-2", "{\"amount\":500,\"reason\":\"见义勇为\"}", 200);
        String approval = "/api/points/adjustments/" + large.path("id").asString() + "/approve";

        assertThat(booked.path("state").asString()).isEqualTo("BOOKED");
        assertThat(again.path("id")).isEqualTo(booked.path("id"));
        assertThat(large.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(json(staff("admin"), "/api/points/adjustments").path("items"))
                .isNotEmpty();
        posted(staff("points"), approval, null, "{}", 409);
        posted(staff("admin"), approval, null, "{}", 200);
        assertThat(json(staff("admin"), "/api/points/observer-9")
                        .path("balance")
                        .asInt())
                .isEqualTo(520);
    }

    @ParameterizedTest
    @CsvSource({"amount, 0, ok", "amount, 100001, ok", "reason, 5, ''"})
    void aBadAdjustmentIsNamed(String field, long amount, String reason) {
        String body = "{\"amount\":%d,\"reason\":\"%s\"}".formatted(amount, reason);
        JsonNode problem = posted(staff("points"), "/api/points/observer-9/adjustments", null, body, 400);

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void nobodyAdjustsHisOwnAccountAndOnlyStaffAnyAccount() {
        String body = "{\"amount\":20,\"reason\":\"me\"}";

        posted(staff("points"), "/api/points/points/adjustments", null, body, 403);
        posted(observer(), "/api/points/observer-1/adjustments", null, body, 403);
        posted(observer(), "/api/points/audit", null, "{}", 403);
    }

    @Test
    void theAuditFindsNothingWrong() {
        JsonNode report = posted(staff("points"), "/api/points/audit", null, "{}", 200);

        assertThat(report.path("mismatches").asInt()).isZero();
        assertThat(report.path("entries").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(problem(service.client(), "/api/points/observer-1", 401)
                        .path("type")
                        .asString())
                .endsWith("/unauthorized");
    }

    @Test
    void aTokenOfAnotherIssuerIsNotAccepted() {
        String foreign = TestIssuer.start().token("observer-1", List.of("observer", "admin"), List.of(), null);

        problem(service.withToken(foreign), "/api/points/observer-1", 401);
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 101", "limit, -1", "limit, many", "cursor, !", "cursor, bm90LWEtbnVtYmVy"})
    void aBadParameterIsNamed(String parameter, String value) {
        JsonNode problem = problem(observer(), "/api/points/observer-1/entries?" + parameter + "=" + value, 400);

        assertThat(problem.path("type").asString()).endsWith("/invalid-request");
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(parameter);
    }

    @Test
    void theApiDescribesItself() {
        JsonNode paths = json(service.client(), "/v3/api-docs").path("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/api/points/{observerId}",
                        "/api/points/{observerId}/entries",
                        "/api/points/{observerId}/statement",
                        "/api/points/{observerId}/adjustments",
                        "/api/points/adjustments",
                        "/api/points/adjustments/{id}/approve",
                        "/api/points/adjustments/{id}/decline",
                        "/api/points/audit");
        JsonNode entries = paths.path("/api/points/{observerId}/entries").path("get");
        assertThat(entries.path("responses").propertyNames()).containsExactlyInAnyOrder("200", "400", "401", "403");
        assertThat(entries.path("parameters").valueStream().map(it -> it.path("name")
                        .asString()))
                .containsExactlyInAnyOrder("observerId", "cursor", "limit");
        assertThat(entries.path("responses").path("200").path("content").toString())
                .contains("PageEntryView");
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void itsHealthIsToldToAnybody(String group) {
        assertThat(json(service.client(), "/actuator/health/" + group)
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void itsNumbersCanBeScraped() {
        service.client()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("ledger_races_lost_total", "outbox_oldest_age_seconds"));
    }

    private static WebTestClient staff(String account) {
        return service.as(account, List.of("points-admin"), List.of(), null);
    }

    private static JsonNode posted(WebTestClient client, String path, @Nullable String key, String body, int status) {
        WebTestClient.RequestBodySpec request = client.post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        byte[] answer = request.bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JSON.readTree(answer);
    }

    private static WebTestClient observer() {
        return service.as("observer-1", List.of("observer"), List.of(), null);
    }

    private static JsonNode json(WebTestClient client, String path) {
        byte[] body = client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JSON.readTree(body);
    }

    private static JsonNode problem(WebTestClient client, String path, int status) {
        byte[] body = client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JSON.readTree(body);
    }

    private static ResolvedReport report(String id, String category, String priority, boolean handledOnSpot) {
        return new ResolvedReport(id, "observer-1", category, priority, handledOnSpot, NINE);
    }
}
