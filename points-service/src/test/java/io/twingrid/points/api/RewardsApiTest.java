package io.twingrid.points.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.PointsService;
import io.twingrid.points.domain.observer.Observers;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rewards and redemptions over HTTP, by the people concerned. */
class RewardsApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String KIT = """
            {"name":"安全出行礼包","nameEn":"Safe-travel kit","description":"头盔、反光背心","cost":10,"perPerson":2,"voucherDays":30}""";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
        Awaitility.await("the town's observers").until(() -> service.bean(Observers.class)
                .find("observer-20")
                .blockOptional()
                .isPresent());
        call(staff(), HttpMethod.PUT, "/api/rewards/kit", null, KIT, 200);
        call(staff(), HttpMethod.POST, "/api/rewards/kit/stock", "d-1", "{\"units\":5,\"reason\":\"进货\"}", 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everybodySeesTheCatalogueAndHowManyAreLeft() {
        JsonNode items = call(service.client(), HttpMethod.GET, "/api/rewards", null, null, 200)
                .path("items");

        assertThat(items).anySatisfy(item -> {
            assertThat(item.path("reward").path("id").asString()).isEqualTo("kit");
            assertThat(item.has("left")).isTrue();
        });
    }

    @Test
    void aDeliveryCountsOnceAKey() {
        call(staff(), HttpMethod.PUT, "/api/rewards/book", null, KIT, 200);
        for (int i = 0; i < 2; i++) {
            call(staff(), HttpMethod.POST, "/api/rewards/book/stock", "d-2", "{\"units\":5,\"reason\":\"进货\"}", 200);
        }
        call(staff(), HttpMethod.POST, "/api/rewards/book/stock", "d-3", "{\"units\":-6,\"reason\":\"盘亏\"}", 409);

        assertThat(call(service.client(), HttpMethod.GET, "/api/rewards/book", null, null, 200)
                        .path("left")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void anObserverRedeemsAndStaffHandOver() {
        give("observer-1", 25);
        String wish = "{\"rewardId\":\"kit\"}";
        JsonNode made = call(observer("observer-1"), HttpMethod.POST, "/api/redemptions", "k-1", wish, 200);
        JsonNode again = call(observer("observer-1"), HttpMethod.POST, "/api/redemptions", "k-1", wish, 200);
        String path = "/api/redemptions/" + made.path("id").asString();
        String voucher = made.path("voucher").asString();

        assertThat(again).isEqualTo(made);
        assertThat(voucher).hasSize(12);
        assertThat(svg(observer("observer-1"), path)).startsWith("<svg").contains("<path d=\"M");
        assertThat(call(staff(), HttpMethod.GET, "/api/redemptions/vouchers/" + voucher, null, null, 200)
                        .path("observer")
                        .asString())
                .isEqualTo("observer-1");
        call(observer("observer-2"), HttpMethod.GET, path, null, null, 404);
        call(observer("observer-2"), HttpMethod.GET, "/api/redemptions?observer=observer-1", null, null, 403);
        call(observer("observer-1"), HttpMethod.POST, path + "/fulfil", null, "{}", 403);
        call(staff(), HttpMethod.POST, path + "/fulfil", null, "{}", 200);
        call(staff(), HttpMethod.POST, path + "/cancel", null, "{\"reason\":\"no\"}", 409);
        assertThat(call(observer("observer-1"), HttpMethod.GET, "/api/redemptions", null, null, 200)
                        .path("items")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("FULFILLED");
    }

    @Test
    void whoCannotPayIsToldWhy() {
        JsonNode problem =
                call(observer("observer-3"), HttpMethod.POST, "/api/redemptions", null, "{\"rewardId\":\"kit\"}", 409);

        assertThat(problem.path("detail").asString()).contains("10 points");
        call(observer("observer-3"), HttpMethod.POST, "/api/redemptions", null, "{\"rewardId\":\"none\"}", 404);
        call(observer("observer-3"), HttpMethod.POST, "/api/redemptions", null, "{\"rewardId\":\"\"}", 400);
    }

    @Test
    void onlyStaffKeepTheCatalogue() {
        call(observer("observer-1"), HttpMethod.PUT, "/api/rewards/mine", null, KIT, 403);
        call(service.client(), HttpMethod.PUT, "/api/rewards/mine", null, KIT, 401);
        JsonNode problem =
                call(staff(), HttpMethod.PUT, "/api/rewards/free", null, KIT.replace("\"cost\":10", "\"cost\":0"), 400);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("cost");
    }

    private static void give(String observer, long points) {
        call(
                staff(),
                HttpMethod.POST,
                "/api/points/" + observer + "/adjustments",
                null,
                "{\"amount\":%d,\"reason\":\"test\"}".formatted(points),
                200);
    }

    private static WebTestClient staff() {
        return service.as("points", List.of("points-admin"), List.of(), null);
    }

    private static WebTestClient observer(String id) {
        return service.as(id, List.of("observer"), List.of(), null);
    }

    private static String svg(WebTestClient client, String path) {
        return String.valueOf(client.get()
                .uri(path + "/voucher.svg")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static JsonNode call(
            WebTestClient client,
            HttpMethod method,
            String path,
            @Nullable String key,
            @Nullable String body,
            int status) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
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
