package io.twingrid.points;

import static io.twingrid.points.domain.observer.Observer.State.ACTIVE;
import static io.twingrid.points.domain.observer.Observer.State.APPLIED;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.wall.Persona;
import io.twingrid.chassis.testkit.wall.ServiceUnderTest;
import io.twingrid.chassis.testkit.wall.Walls;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Nobody where he does not belong: forged tokens, hostile input, and the table of who may do what. Profile, account, vouchers and
 * proposals are observer A's; before each probe they are as its operation needs them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WallsTest implements Walls {
    private static final String OWNER = "observer-a";
    private static final String CREDENTIAL = "2026-AAAAAAAA";
    private static final String KIT = """
            {"name":"礼包","nameEn":"Kit","description":"头盔","cost":1,"perPerson":0,"voucherDays":30}""";

    private RunningService service;
    private Calls api;
    private String activity = "";

    @BeforeAll
    void start() {
        service = ServiceUnderTest.start(PointsService.application());
        api = new Calls(service);
        api.put(api.staff(), "/api/rewards/kit", KIT, 200);
        api.post(api.staff(), "/api/rewards/kit/stock", "{\"units\":1000,\"reason\":\"x\"}", 200);
        api.post(api.admin(), "/api/points/adjustments/" + proposal() + "/approve", null, 200);
        ownerIs(ACTIVE);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Override
    public RunningService service() {
        return service;
    }

    @Override
    public String idFor(String operation, String variable, Persona persona) {
        return switch (variable) {
            case "observerId" -> ownerFor(operation);
            case "module" -> "grid";
            case "verb" -> "suspend";
            case "credential" -> CREDENTIAL;
            case "voucher" -> redemption("voucher");
            default -> thingFor(operation, persona);
        };
    }

    @Override
    public String queryFor(String operation) {
        return switch (operation) {
            case "GET /api/redemptions" -> "observer=" + OWNER;
            case "GET /api/standings", "GET /api/standings/employers", "GET /api/standings/services" -> "period=2026";
            default -> "";
        };
    }

    @Override
    public @Nullable Object bodyFor(String operation, Persona persona) {
        return switch (operation) {
            case "PUT /api/rewards/{id}" -> KIT;
            case "PUT /api/activities/{id}" -> planFrom(Instant.now());
            case "POST /api/activities/{id}/attendance" -> Map.of("observerId", OWNER);
            case "POST /api/activities/{id}/attend" -> Map.of("code", codeOnSite());
            case "POST /api/redemptions" -> wish();
            case "POST /api/points/{observerId}/adjustments" -> Map.of("amount", 5, "reason", "x");
            case "POST /api/rewards/{id}/stock" -> Map.of("units", 5, "reason", "x");
            default -> null;
        };
    }

    private String ownerFor(String operation) {
        boolean learns =
                operation.endsWith("/apply") || operation.contains("/training/") || operation.endsWith("/appoint");
        ownerIs(learns ? APPLIED : ACTIVE);
        return OWNER;
    }

    private String thingFor(String operation, Persona persona) {
        if (operation.contains("/rewards/")) {
            return "kit";
        }
        if (operation.contains("/adjustments/")) {
            return proposal();
        }
        return operation.contains("/redemptions/") ? redemption("id") : activityFor(operation, persona);
    }

    /** What was asked for observer A by one of the staff, and needs a second. */
    private String proposal() {
        WebTestClient another = service.as("points-2", List.of("points-admin"), List.of(), null);
        String wish = "{\"amount\":1000,\"reason\":\"x\"}";
        return api.post(another, "/api/points/" + OWNER + "/adjustments", wish, 200)
                .path("id")
                .asString();
    }

    private String redemption(String field) {
        return api.post(api.observer(OWNER), "/api/redemptions", wish(), 200)
                .path(field)
                .asString();
    }

    /** Only who is appointed may have one. */
    private String wish() {
        ownerIs(ACTIVE);
        return "{\"rewardId\":\"kit\"}";
    }

    /** An activity that goes on, or is still to come for who would leave it; with the one who leaves it, or who was there. */
    private String activityFor(String operation, Persona persona) {
        activity = "a-" + UUID.randomUUID();
        boolean leaves = operation.endsWith("/leave");
        Instant from = leaves ? Instant.now().plus(Duration.ofHours(1)) : Instant.now();
        api.put(api.staff(), "/api/activities/" + activity, planFrom(from), 200);
        signUp(api.observer(OWNER));
        String id = persona.id();
        if (id != null && (leaves || operation.endsWith("/attend"))) {
            signUp(service.as(id, persona.roles(), persona.areas(), persona.department()));
        }
        return activity;
    }

    private void signUp(WebTestClient who) {
        api.post(who, "/api/activities/" + activity + "/sign-up", null, 200);
    }

    private String codeOnSite() {
        return api.get(api.staff(), "/api/activities/" + activity + "/code", 200)
                .path("code")
                .asString();
    }

    private static String planFrom(Instant from) {
        return """
                {"title":"红色电影","titleEn":"Film","description":"x","place":"x","from":"%s","until":"%s","places":20,"points":5}""".formatted(from, from.plus(Duration.ofHours(1)));
    }

    private void ownerIs(Observer.State state) {
        Observer wanted = new Observer(
                OWNER,
                "邱昌健",
                null,
                null,
                List.of(),
                List.of("tieshan-01"),
                state,
                List.of("grid", "reporting", "courtesy"),
                state == ACTIVE ? CREDENTIAL : null,
                state == ACTIVE ? Instant.parse("2026-04-11T02:00:00Z") : null,
                null,
                false);
        Observers observers = service.bean(Observers.class);
        observers
                .change(OWNER, there -> Outcome.changed(wanted, List.of()))
                .switchIfEmpty(observers.add(wanted, List.of()))
                .block();
    }
}
