package io.twingrid.points.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.Calls;
import io.twingrid.points.PointsService;
import io.twingrid.points.domain.observer.Observers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Rewards and redemptions over HTTP, by the people concerned. */
class RewardsApiTest {
    private static final String KIT = """
            {"name":"安全出行礼包","nameEn":"Safe-travel kit","description":"头盔、反光背心","cost":10,"perPerson":2,"voucherDays":30}""";

    private static RunningService service;
    private static Calls api;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
        api = new Calls(service);
        Awaitility.await("the town's observers").until(() -> service.bean(Observers.class)
                .find("observer-20")
                .blockOptional()
                .isPresent());
        api.put(api.staff(), "/api/rewards/kit", KIT, 200);
        api.postOnce(api.staff(), "/api/rewards/kit/stock", "d-1", "{\"units\":5,\"reason\":\"进货\"}", 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everybodySeesTheCatalogueAndHowManyAreLeft() {
        JsonNode items = api.get(api.anybody(), "/api/rewards", 200).path("items");

        assertThat(items).anySatisfy(item -> {
            assertThat(item.path("reward").path("id").asString()).isEqualTo("kit");
            assertThat(item.has("left")).isTrue();
        });
    }

    @Test
    void aDeliveryCountsOnceAKey() {
        api.put(api.staff(), "/api/rewards/book", KIT, 200);
        for (int i = 0; i < 2; i++) {
            api.postOnce(api.staff(), "/api/rewards/book/stock", "d-2", "{\"units\":5,\"reason\":\"进货\"}", 200);
        }
        api.postOnce(api.staff(), "/api/rewards/book/stock", "d-3", "{\"units\":-6,\"reason\":\"盘亏\"}", 409);

        assertThat(api.get(api.anybody(), "/api/rewards/book", 200).path("left").asInt())
                .isEqualTo(5);
    }

    @Test
    void anObserverRedeemsAndStaffHandOver() {
        give("observer-1", 25);
        String wish = "{\"rewardId\":\"kit\"}";
        JsonNode made = api.postOnce(api.observer("observer-1"), "/api/redemptions", "k-1", wish, 200);
        JsonNode again = api.postOnce(api.observer("observer-1"), "/api/redemptions", "k-1", wish, 200);
        String path = "/api/redemptions/" + made.path("id").asString();
        String voucher = made.path("voucher").asString();

        assertThat(again).isEqualTo(made);
        assertThat(voucher).hasSize(12);
        assertThat(svg(api.observer("observer-1"), path)).startsWith("<svg").contains("<path d=\"M");
        assertThat(api.get(api.staff(), "/api/redemptions/vouchers/" + voucher, 200)
                        .path("observer")
                        .asString())
                .isEqualTo("observer-1");
        api.get(api.observer("observer-2"), path, 404);
        api.get(api.observer("observer-2"), "/api/redemptions?observer=observer-1", 403);
        api.post(api.observer("observer-1"), path + "/fulfil", "{}", 403);
        api.post(api.staff(), path + "/fulfil", "{}", 200);
        api.post(api.staff(), path + "/cancel", "{\"reason\":\"no\"}", 409);
        assertThat(api.get(api.observer("observer-1"), "/api/redemptions", 200)
                        .path("items")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("FULFILLED");
    }

    @Test
    void whoCannotPayIsToldWhy() {
        JsonNode problem = api.post(api.observer("observer-3"), "/api/redemptions", "{\"rewardId\":\"kit\"}", 409);

        assertThat(problem.path("detail").asString()).contains("10 points");
        api.post(api.observer("observer-3"), "/api/redemptions", "{\"rewardId\":\"none\"}", 404);
        api.post(api.observer("observer-3"), "/api/redemptions", "{\"rewardId\":\"\"}", 400);
    }

    @Test
    void onlyStaffKeepTheCatalogue() {
        api.put(api.observer("observer-1"), "/api/rewards/mine", KIT, 403);
        api.put(api.anybody(), "/api/rewards/mine", KIT, 401);
        JsonNode problem = api.put(api.staff(), "/api/rewards/free", KIT.replace("\"cost\":10", "\"cost\":0"), 400);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("cost");
    }

    private static void give(String observer, long points) {
        api.post(
                api.staff(),
                "/api/points/" + observer + "/adjustments",
                "{\"amount\":%d,\"reason\":\"test\"}".formatted(points),
                200);
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
}
