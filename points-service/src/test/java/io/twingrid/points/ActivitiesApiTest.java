package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.domain.RefusedException;
import io.twingrid.points.domain.activity.Activities;
import io.twingrid.points.domain.observer.Observers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Activities over HTTP: places, attendance, points. */
class ActivitiesApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int RACERS = 64;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoIsThereKnowsTheCodeAndIsCreditedOnce() {
        put("film-night", 20);
        WebTestClient observer = observer("film-fan");
        call(observer, HttpMethod.POST, "/api/activities/film-night/sign-up", null, 200);
        String code = call(staff(), HttpMethod.GET, "/api/activities/film-night/code", null, 200)
                .path("code")
                .asString();
        String wrong = code.equals("000000") ? "000001" : "000000";

        call(observer, HttpMethod.POST, "/api/activities/film-night/attend", "{\"code\":\"" + wrong + "\"}", 409);
        for (int i = 0; i < 2; i++) {
            JsonNode attended = call(
                    observer, HttpMethod.POST, "/api/activities/film-night/attend", "{\"code\":\"" + code + "\"}", 200);
            assertThat(attended.has("attendedAt")).isTrue();
        }

        GoldenFact.assertWritten(
                Path.of("contract/examples/points-attended.json"),
                service.facts("points-events").awaitOne("io.twingrid.points.attended.v1", "film-fan"));
        service.facts("points-events").awaitOne("io.twingrid.points.credited.v1", "film-fan");
        assertThat(service.bean(Ledger.class).account("film-fan").block())
                .extracting(account -> account.balance())
                .isEqualTo(5L);
    }

    @Test
    void staffNoteAttendanceOfOthersOnly() {
        put("patrol", 20);
        call(observer("walker"), HttpMethod.POST, "/api/activities/patrol/sign-up", null, 200);

        call(staff(), HttpMethod.POST, "/api/activities/patrol/attendance", "{\"observerId\":\"points\"}", 403);
        call(staff(), HttpMethod.POST, "/api/activities/patrol/attendance", "{\"observerId\":\"nobody\"}", 409);
        call(staff(), HttpMethod.POST, "/api/activities/patrol/attendance", "{\"observerId\":\"walker\"}", 200);
        call(observer("walker"), HttpMethod.GET, "/api/activities/patrol/code", null, 403);
        call(observer("walker"), HttpMethod.GET, "/api/activities/patrol/participants", null, 403);
        assertThat(call(staff(), HttpMethod.GET, "/api/activities/patrol/participants", null, 200))
                .hasSize(1);
    }

    @Test
    void everybodySeesActivitiesButNoNames() {
        put("family-day", 20);
        call(observer("parent"), HttpMethod.POST, "/api/activities/family-day/sign-up", null, 200);

        JsonNode seen = call(service.client(), HttpMethod.GET, "/api/activities/family-day", null, 200);
        assertThat(seen.path("free").asInt()).isEqualTo(19);
        assertThat(seen.toString()).doesNotContain("parent", "secret");
        assertThat(call(service.client(), HttpMethod.GET, "/api/activities", null, 200)
                        .path("items"))
                .isNotEmpty();
        call(service.client(), HttpMethod.POST, "/api/activities/family-day/sign-up", null, 401);
        call(observer("parent"), HttpMethod.PUT, "/api/activities/family-day", plan(5), 403);
        assertThat(call(staff(), HttpMethod.PUT, "/api/activities/family-day", plan(0), 400)
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("places");
    }

    @Test
    void activitiesOfOneHourAreOnDifferentPagesButNoneIsLost() {
        String plan = plan(5);
        List<String> ids = List.of("hour-a", "hour-b", "hour-c");
        ids.forEach(id -> call(staff(), HttpMethod.PUT, "/api/activities/" + id, plan, 200));

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            JsonNode page = call(service.client(), HttpMethod.GET, "/api/activities?limit=1" + cursor, null, 200);
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            next = page.has("next") ? page.path("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(seen).containsAll(ids).doesNotHaveDuplicates();
        call(service.client(), HttpMethod.GET, "/api/activities?cursor=bm90LWEtbnVtYmVy", null, 400);
    }

    @Test
    void racingSignUpsNeverTakeMorePlacesThanThereAre() {
        put("tour", 10);

        long in = Flux.range(0, RACERS)
                .flatMap(
                        i -> service.bean(Participating.class)
                                .signUp("tour", "racer-" + i)
                                .subscribeOn(Schedulers.parallel())
                                .thenReturn(true)
                                .onErrorComplete(RefusedException.class),
                        RACERS)
                .count()
                .blockOptional()
                .orElseThrow();

        assertThat(in).isEqualTo(10);
        assertThat(service.bean(Activities.class).find("tour").block())
                .extracting(activity -> activity.participants().size())
                .isEqualTo(10);
    }

    @Test
    void whatIsEarnedStandsOnTheBoardsTiesAlikeAndTheHiddenUnnamed() {
        String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
        for (String[] earned :
                new String[][] {{"first", "300"}, {"second", "200"}, {"equal", "200"}, {"third", "100"}}) {
            service.bean(Observers.class)
                    .add(InMemoryObservers.active(earned[0]), List.of())
                    .block();
            call(
                    staff(),
                    HttpMethod.POST,
                    "/api/points/" + earned[0] + "/adjustments",
                    "{\"amount\":%s,\"reason\":\"test\"}".formatted(earned[1]),
                    200);
        }
        JsonNode proposed = call(admin(), HttpMethod.GET, "/api/points/adjustments", null, 200);
        proposed.path("items")
                .forEach(item -> call(
                        admin(),
                        HttpMethod.POST,
                        "/api/points/adjustments/" + item.path("id").asString() + "/approve",
                        null,
                        200));
        call(observer("third"), HttpMethod.PUT, "/api/observers/third/standings", "{\"hidden\":true}", 200);

        String board = "/api/standings?period=" + month + "&employer=圆通速递";
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        call(observer("first"), HttpMethod.GET, board, null, 200)
                                .path("items"))
                .hasSize(4));
        JsonNode page = call(observer("first"), HttpMethod.GET, board + "&limit=2", null, 200);
        JsonNode rest = call(
                observer("first"),
                HttpMethod.GET,
                board + "&limit=2&cursor=" + page.path("next").asString(),
                null,
                200);

        assertThat(page.path("items").valueStream().map(item -> item.path("rank")
                        .asInt()))
                .containsExactly(1, 2);
        assertThat(rest.path("items").valueStream().map(item -> item.path("rank")
                        .asInt()))
                .containsExactly(2, 4);
        assertThat(rest.path("items").path(1).has("observerId")).isFalse();
        assertThat(rest.path("items").path(1).path("points").asInt()).isEqualTo(100);
        call(observer("first"), HttpMethod.GET, "/api/standings?period=2026-13", null, 400);
        call(service.client(), HttpMethod.GET, "/api/standings?period=2026", null, 401);
    }

    private static void put(String id, int places) {
        call(staff(), HttpMethod.PUT, "/api/activities/" + id, plan(places), 200);
    }

    private static String plan(int places) {
        Instant now = Instant.now();
        return """
                {"title":"红色电影","titleEn":"Film night","description":"为快递员及家属放映","place":"党群服务中心","from":"%s","until":"%s",
                 "places":%d,"points":5}""".formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)), places);
    }

    private static WebTestClient staff() {
        return service.as("points", List.of("points-admin"), List.of(), null);
    }

    private static WebTestClient admin() {
        return service.as("admin", List.of("admin"), List.of(), null);
    }

    private static WebTestClient observer(String id) {
        return service.as(id, List.of("observer"), List.of(), null);
    }

    private static JsonNode call(
            WebTestClient client, HttpMethod method, String path, @Nullable String body, int status) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.bodyValue(body);
        }
        byte[] answer = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JSON.readTree(answer);
    }
}
