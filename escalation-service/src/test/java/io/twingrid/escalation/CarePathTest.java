package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** 爱心接力 from HTTP to the facts: offered, claimed by one, brought, confirmed; the address stays between two. */
@ExtendWith(CentreExtension.class)
class CarePathTest {
    private static final String ADDRESS = "铁山路 12 号 301 室,王奶奶";
    private static final String TYPES = "io.twingrid.care.";

    private final Centre centre;
    private final WebTestClient lead;
    private final WebTestClient observer;

    CarePathTest(Centre centre) {
        this.centre = centre;
        this.lead = centre.lead("tieshan");
        this.observer = centre.observer(1);
    }

    @Test
    void whatIsOfferedIsClaimedBroughtAndConfirmed() {
        JsonNode made = made(Duration.ofHours(5));
        String id = made.path("id").asString();

        JsonNode claimed = done(observer, id, "claim", "{}");
        done(observer, id, "pick-up", "{}");
        done(observer, id, "deliver", "{}");
        JsonNode confirmed = done(lead, id, "confirm", "{}");

        assertThat(made.path("state").asString()).isEqualTo("open");
        assertThat(claimed.path("address").asString()).isEqualTo(ADDRESS);
        assertThat(claimed.has("code")).isFalse();
        assertThat(confirmed.path("state").asString()).isEqualTo("confirmed");
        assertThat(confirmed.has("address")).as("forgotten when it is over").isFalse();
        for (String name : List.of("offered", "claimed", "picked-up", "delivered", "confirmed")) {
            assertWritten(name, id);
        }
        assertThat(facts().awaitOne(TYPES + "confirmed.v1", id).data())
                .contains("\"observerId\":\"observer-1\"")
                .contains("\"points\":10")
                .contains("\"by\":\"lead-tieshan\"");
    }

    @Test
    void theResidentsCodeConfirmsToo() {
        JsonNode made = made(Duration.ofHours(5));
        String id = made.path("id").asString();
        List.of("claim", "pick-up", "deliver").forEach(verb -> done(observer, id, verb, "{}"));
        String code = made.path("code").asString();
        String wrong = code.equals("000000") ? "000001" : "000000";

        ask(observer, id, "confirm", "{}").expectStatus().isEqualTo(409);
        JsonNode problem = Centre.json(ask(observer, id, "confirm", "{\"code\":\"" + wrong + "\"}")
                .expectStatus()
                .isBadRequest());
        JsonNode confirmed = done(observer, id, "confirm", "{\"code\":\"" + code + "\"}");

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("code");
        assertThat(confirmed.path("state").asString()).isEqualTo("confirmed");
    }

    @Test
    void twentyRaceToClaimItAndOneWins() {
        String id = made(Duration.ofHours(5)).path("id").asString();

        List<CompletableFuture<Integer>> claims = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> ask(centre.observer(number), id, "claim", "{}")
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value()))
                .toList();

        List<Integer> answers = claims.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
        facts().awaitOne(TYPES + "claimed.v1", id);
        assertThat(facts().all(id))
                .extracting(Fact::type)
                .filteredOn(type -> type.contains("claimed"))
                .hasSize(1);
    }

    @Test
    void onlyAnActiveObserverWhoseGridsFitClaims() {
        String id = made(Duration.ofHours(5)).path("id").asString();
        WebTestClient rider = centre.service().as("rider", List.of("observer"), List.of("tieshan"), null);
        ask(rider, id, "claim", "{}").expectStatus().isNotFound();

        centre.toldByPoints("appointed", "rider", "{\"at\":\"2026-11-20T03:00:00Z\",\"grids\":[\"shenqing-01\"]}");
        centre.awaitGrids("rider", Set.of("shenqing-01"));
        ask(rider, id, "claim", "{}").expectStatus().isNotFound();

        centre.toldByPoints("moved", "rider", "{\"at\":\"2026-11-21T03:00:00Z\",\"grids\":[\"tieshan-01\"]}");
        centre.awaitGrids("rider", Set.of("tieshan-01"));
        assertThat(read(rider, id).path("allowed").path(0).asString()).isEqualTo("claim");

        centre.toldByPoints("suspended", "rider", "{\"at\":\"2026-11-22T03:00:00Z\"}");
        centre.awaitGrids("rider", Set.of());
        centre.toldByPoints("appointed", "rider", "{\"at\":\"2026-11-20T03:00:00Z\"}");
        assertThat(ids(rider, "?limit=100")).doesNotContain(id);
        ask(rider, id, "claim", "{}").expectStatus().isNotFound();

        centre.toldByPoints("appointed", "rider", "{\"at\":\"2026-11-23T03:00:00Z\",\"grids\":[\"tieshan-01\"]}");
        centre.awaitGrids("rider", Set.of("tieshan-01"));
        done(rider, id, "claim", "{}");

        centre.toldByPoints("revoked", "rider", "{\"at\":\"2026-11-24T03:00:00Z\"}");
        centre.awaitGrids("rider", Set.of());
        done(rider, id, "pick-up", "{}");
    }

    @Test
    void theAddressIsNeitherInTheStoreNorInAFactNorShownToOthers() {
        String id = made(Duration.ofHours(5)).path("id").asString();

        assertThat(read(observer, id).has("address")).as("offered, not claimed").isFalse();
        done(observer, id, "claim", "{}");
        assertThat(read(centre.coordinator(), id).has("address")).isFalse();
        assertThat(read(lead, id).path("address").asString()).isEqualTo(ADDRESS);
        assertThat(read(centre.observer(2), id).path("status").asInt()).isEqualTo(404);
        assertThat(read(centre.lead("shenqing"), id).path("status").asInt()).isEqualTo(404);
        assertThat(stored(id))
                .contains("\"key\": \"test\"")
                .doesNotContain("铁山路")
                .doesNotContain("王奶奶");
        facts().awaitOne(TYPES + "claimed.v1", id);
        assertThat(facts().all(id)).extracting(Fact::data).noneMatch(data -> data.contains("铁山路"));
    }

    @Test
    void theCentreIsToldInTime() {
        String id = made(Duration.ofMinutes(10)).path("id").asString();
        assertWritten("unclaimed", id);

        done(observer, id, "claim", "{}");
        assertWritten("late", id);

        done(lead, id, "settle", "{}");
        assertWritten("settled", id);
    }

    @Test
    void whatIsGivenBackIsOfferedAgainAndWhatIsNotNeededIsCancelled() {
        String id = made(Duration.ofHours(5)).path("id").asString();
        done(observer, id, "claim", "{}");

        JsonNode released = done(observer, id, "release", "{\"reason\":\"车辆故障\"}");
        done(centre.observer(2), id, "claim", "{}");
        done(lead, id, "cancel", "{\"reason\":\"家属已送达\"}");

        assertThat(released.path("state").asString()).isEqualTo("open");
        assertThat(released.has("address")).isFalse();
        assertWritten("released", id);
        assertWritten("cancelled", id);
    }

    @Test
    void aListShowsWhatConcernsTheCaller() {
        String open = made(Duration.ofHours(5)).path("id").asString();
        String claimed = made(Duration.ofHours(5)).path("id").asString();
        done(observer, claimed, "claim", "{}");

        assertThat(ids(observer, "?limit=100")).contains(open, claimed);
        assertThat(ids(centre.observer(2), "?limit=100")).contains(open).doesNotContain(claimed);
        assertThat(ids(lead, "?state=claimed&limit=100")).contains(claimed).doesNotContain(open);
        assertThat(ids(centre.lead("shenqing"), "?limit=100")).doesNotContain(open, claimed);
        assertThat(json(lead.get().uri("/api/care-tasks?limit=1")).has("next")).isTrue();
    }

    @Test
    void onlyStaffOfTheGridMakeTasksAndEveryWrongFieldIsNamed() {
        post(observer, body(Duration.ofHours(5))).expectStatus().isForbidden();
        post(centre.lead("shenqing"), body(Duration.ofHours(5))).expectStatus().isForbidden();
        post(centre.officer("power"), body(Duration.ofHours(5))).expectStatus().isForbidden();
        JsonNode problem =
                Centre.json(post(lead, "{\"grid\":\"moon-01\",\"points\":51,\"dueBy\":\"2020-01-01T00:00:00Z\"}")
                        .expectStatus()
                        .isBadRequest());

        assertThat(problem.path("errors").values())
                .extracting(error -> error.path("field").asString())
                .contains("kind", "what", "grid", "dueBy", "points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dueBy", "readyFrom"})
    void aTimeThatNobodyWaitsForIsNamed(String field) {
        String other = field.equals("dueBy") ? "readyFrom" : "dueBy";
        String soon = Instant.now().plus(Duration.ofHours(5)).toString();

        JsonNode problem = Centre.json(post(
                        lead,
                        "{\"kind\":\"MEDICINE\",\"what\":\"取药送药\",\"grid\":\"tieshan-01\",\"address\":\"" + ADDRESS
                                + "\",\"" + other + "\":\"" + soon + "\",\"" + field
                                + "\":\"+999999999-12-31T00:00:00Z\"}")
                .expectStatus()
                .isBadRequest());

        assertThat(problem.path("errors").values())
                .extracting(error -> error.path("field").asString())
                .containsExactly(field);
    }

    private JsonNode made(Duration time) {
        return Centre.json(post(lead, body(time)).expectStatus().isCreated());
    }

    private static String body(Duration time) {
        Instant dueBy = Instant.now().plus(time).truncatedTo(ChronoUnit.MILLIS);
        return "{\"kind\":\"MEDICINE\",\"what\":\"取药送药\",\"grid\":\"tieshan-01\",\"address\":\"" + ADDRESS
                + "\",\"dueBy\":\"" + dueBy + "\"}";
    }

    private static ResponseSpec post(WebTestClient who, String body) {
        return who.post()
                .uri("/api/care-tasks")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static ResponseSpec ask(WebTestClient who, String id, String verb, String body) {
        return who.post()
                .uri("/api/care-tasks/{id}/{verb}", id, verb)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode done(WebTestClient who, String id, String verb, String body) {
        return Centre.json(ask(who, id, verb, body).expectStatus().isOk());
    }

    private static JsonNode read(WebTestClient who, String id) {
        return json(who.get().uri("/api/care-tasks/{id}", id));
    }

    private static List<String> ids(WebTestClient who, String query) {
        return json(who.get().uri("/api/care-tasks" + query)).path("items").values().stream()
                .map(task -> task.path("id").asString())
                .toList();
    }

    private static JsonNode json(WebTestClient.RequestHeadersSpec<?> request) {
        return Centre.json(request.exchange());
    }

    private String stored(String id) {
        return Objects.requireNonNull(Mono.from(centre.service()
                                .bean(MongoDatabase.class)
                                .getCollection("care-tasks")
                                .find(Filters.eq("_id", id))
                                .first())
                        .block(Duration.ofSeconds(20)))
                .toJson();
    }

    private FactTopic facts() {
        return centre.service().facts("care-events");
    }

    private void assertWritten(String name, String id) {
        GoldenFact.assertWritten(
                Centre.OURS.resolve("care-" + name + ".json"), facts().awaitOne(TYPES + name + ".v1", id));
    }
}
