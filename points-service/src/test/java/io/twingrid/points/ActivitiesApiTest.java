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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    private static Calls api;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
        api = new Calls(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoIsThereKnowsTheCodeAndIsCreditedOnce() {
        put("film-night", 20);
        WebTestClient observer = api.observer("film-fan");
        api.post(observer, "/api/activities/film-night/sign-up", null, 200);
        String code = api.get(api.staff(), "/api/activities/film-night/code", 200)
                .path("code")
                .asString();
        String wrong = code.equals("000000") ? "000001" : "000000";

        api.post(observer, "/api/activities/film-night/attend", "{\"code\":\"" + wrong + "\"}", 409);
        for (int i = 0; i < 2; i++) {
            JsonNode attended =
                    api.post(observer, "/api/activities/film-night/attend", "{\"code\":\"" + code + "\"}", 200);
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
    void theTownsVoluntaryServicesAreCountedOnceAPeriodAndATreatIsNone() {
        Instant ofThen = Instant.parse("2025-11-22T02:00:00Z");
        Happenings happenings = service.bean(Happenings.class);
        for (int i = 0; i < 2; i++) {
            happenings.attended("patrol-then", "one", 5, ofThen).block();
            happenings.attended("patrol-then", "two", 5, ofThen).block();
            happenings.attended("film-then", "one", 0, ofThen).block();
            happenings.cared("task-then", "one", 10, ofThen).block();
        }

        for (String period : List.of("2025-11", "2025-Q4", "2025")) {
            assertThat(api.get(api.anybody(), "/api/standings/services?period=" + period, 200))
                    .isEqualTo(JSON.readTree("""
                    {"period":"%s","services":3,"careTasks":1,"attendances":2}""".formatted(period)));
        }
        api.get(api.anybody(), "/api/standings/services?period=november", 400);
    }

    @Test
    void staffNoteAttendanceOfOthersOnly() {
        put("patrol", 20);
        api.post(api.observer("walker"), "/api/activities/patrol/sign-up", null, 200);

        api.post(api.staff(), "/api/activities/patrol/attendance", "{\"observerId\":\"points\"}", 403);
        api.post(api.staff(), "/api/activities/patrol/attendance", "{\"observerId\":\"nobody\"}", 409);
        api.post(api.staff(), "/api/activities/patrol/attendance", "{\"observerId\":\"walker\"}", 200);
        api.post(api.staff(), "/api/activities/patrol/attend", "{\"code\":\"000000\"}", 403);
        api.get(api.observer("walker"), "/api/activities/patrol/code", 403);
        api.get(api.observer("walker"), "/api/activities/patrol/participants", 403);
        assertThat(api.get(api.staff(), "/api/activities/patrol/participants", 200))
                .hasSize(1);
    }

    @Test
    void everybodySeesActivitiesButNoNames() {
        put("family-day", 20);
        api.post(api.observer("parent"), "/api/activities/family-day/sign-up", null, 200);

        JsonNode seen = api.get(api.anybody(), "/api/activities/family-day", 200);
        assertThat(seen.path("free").asInt()).isEqualTo(19);
        assertThat(seen.toString()).doesNotContain("parent", "secret");
        assertThat(api.get(api.anybody(), "/api/activities", 200).path("items")).isNotEmpty();
        api.post(api.anybody(), "/api/activities/family-day/sign-up", null, 401);
        api.put(api.observer("parent"), "/api/activities/family-day", plan(5), 403);
        assertThat(api.put(api.staff(), "/api/activities/family-day", plan(0), 400)
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
        ids.forEach(id -> api.put(api.staff(), "/api/activities/" + id, plan, 200));

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            JsonNode page = api.get(api.anybody(), "/api/activities?limit=1" + cursor, 200);
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            next = page.has("next") ? page.path("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(seen).containsAll(ids).doesNotHaveDuplicates();
        api.get(api.anybody(), "/api/activities?cursor=bm90LWEtbnVtYmVy", 400);
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
            api.post(
                    api.staff(),
                    "/api/points/" + earned[0] + "/adjustments",
                    "{\"amount\":%s,\"reason\":\"test\"}".formatted(earned[1]),
                    200);
        }
        JsonNode proposed = api.get(api.admin(), "/api/points/adjustments", 200);
        proposed.path("items")
                .forEach(item -> api.post(
                        api.admin(),
                        "/api/points/adjustments/" + item.path("id").asString() + "/approve",
                        null,
                        200));
        api.put(api.observer("third"), "/api/observers/third/standings", "{\"hidden\":true}", 200);

        String board = "/api/standings?period=" + month + "&employer=圆通速递";
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        api.get(api.observer("first"), board, 200).path("items"))
                .hasSize(4));
        JsonNode page = api.get(api.observer("first"), board + "&limit=2", 200);
        JsonNode rest = api.get(
                api.observer("first"),
                board + "&limit=2&cursor=" + page.path("next").asString(),
                200);

        assertThat(page.path("items").valueStream().map(item -> item.path("rank")
                        .asInt()))
                .containsExactly(1, 2);
        assertThat(rest.path("items").valueStream().map(item -> item.path("rank")
                        .asInt()))
                .containsExactly(2, 4);
        assertThat(rest.path("items").path(1).has("observerId")).isFalse();
        assertThat(rest.path("items").path(1).path("points").asInt()).isEqualTo(100);
        assertThat(api.get(api.observer("first"), "/api/standings/employers?period=" + month, 200)
                        .path("items"))
                .contains(JSON.readTree("""
                        {"rank":1,"points":800,"employer":"圆通速递"}"""));
        api.get(api.observer("first"), "/api/standings?period=2026-13", 400);
        api.get(api.anybody(), "/api/standings?period=2026", 401);
    }

    private static void put(String id, int places) {
        api.put(api.staff(), "/api/activities/" + id, plan(places), 200);
    }

    private static String plan(int places) {
        Instant now = Instant.now();
        return """
                {"title":"红色电影","titleEn":"Film night","description":"为快递员及家属放映","place":"党群服务中心","from":"%s","until":"%s",
                 "places":%d,"points":5}""".formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)), places);
    }
}
