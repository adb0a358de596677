package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Counters and rates, kept by increments from the facts; each test has a community of its own. */
@ExtendWith(CentreExtension.class)
class FiguresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Centre centre;
    private final String community = "c-" + UUID.randomUUID();

    FiguresTest(Centre centre) {
        this.centre = centre;
    }

    @Test
    void whatHappensIsCountedAndDividedAsTheApiSays() {
        String id = escalated();
        centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"power\"}");
        centre.done(centre.officer("power"), id, "accept", "{}");
        centre.done(centre.officer("power"), id, "resolve", "{\"note\":\"已修复\"}");
        centre.facts().send(centre.comeBack("rework-requested", id));
        centre.awaitState(id, "dispatched");
        returned(escalated());

        awaitCounter("returned", 1);
        JsonNode figures = awaitCounter("reworked", 1);

        assertThat(figures.path("counters").path("received").asInt()).isEqualTo(2);
        assertThat(figures.path("counters").path("dispatched").asInt())
                .as("by people")
                .isEqualTo(1);
        assertThat(figures.path("counters").path("dispatchedLate").asInt()).isZero();
        assertThat(figures.path("responseRate").asDouble()).isEqualTo(1.0);
        assertThat(figures.path("resolutionRate").asDouble()).isEqualTo(0.5);
        assertThat(figures.path("resolveOnTimeRate").asDouble()).isEqualTo(1.0);
        assertThat(figures.path("reworkRate").asDouble()).isEqualTo(1.0);
        assertThat(figures.path("holdRate").asDouble()).isZero();
    }

    @Test
    void whatIsLateIsCountedAsLate() {
        String id = escalated();
        centre.doneSoon(
                centre.coordinator(), id, "dispatch", soon -> "{\"department\":\"power\",\"dueBy\":\"" + soon + "\"}");
        centre.facts().awaitOne("io.twingrid.report.urged.v1", id);

        centre.done(centre.officer("power"), id, "resolve", "{\"note\":\"已修复\"}");

        JsonNode figures = awaitCounter("resolvedLate", 1);
        assertThat(figures.path("resolveLateRate").asDouble()).isEqualTo(1.0);
        assertThat(figures.path("resolveOnTimeRate").asDouble()).isZero();
    }

    @Test
    void theReportersLastWordOnAResolutionCounts() {
        String pleased = resolved();
        centre.facts().sendTwice(centre.feedback(pleased, true));
        centre.facts().send(centre.feedback(pleased, true));
        String changedHisMind = resolved();
        centre.facts().send(centre.feedback(changedHisMind, true));
        Fact no = centre.feedback(changedHisMind, false);
        centre.facts().sendTwice(no);
        String silent = resolved();
        String atTheCentre = escalated();
        centre.facts().send(centre.feedback(atTheCentre, true));
        List.of(pleased, changedHisMind, silent, atTheCentre).forEach(centre::awaitAllOf);
        JsonNode figures = awaitCounter("resolved", 3);

        assertThat(figures.path("counters").path("judged").asInt()).isEqualTo(2);
        assertThat(figures.path("counters").path("satisfied").asInt()).isEqualTo(1);
        assertThat(figures.path("satisfactionRate").asDouble()).isEqualTo(0.5);
    }

    @Test
    void whatWasDoneAnewIsJudgedAnew() {
        String id = resolved();
        centre.facts().send(centre.feedback(id, false));
        centre.facts().send(centre.comeBack("reopened", id));
        centre.awaitState(id, "received");
        centre.done(centre.coordinator(), id, "resolve", "{\"note\":\"再次修复\"}");
        centre.facts().send(centre.feedback(id, true));

        JsonNode figures = awaitCounter("judged", 2);

        assertThat(figures.path("satisfactionRate").asDouble()).isEqualTo(0.5);
        assertThat(centre.read(centre.coordinator(), id).path("history").values())
                .extracting(line -> line.path("verb").asString())
                .containsExactly("escalate", "resolve", "feedback", "reopen", "resolve", "feedback");
    }

    @Test
    void aCategoryHasFiguresOfItsOwn() {
        resolved();
        awaitCounter("resolved", 1);

        String ofLights = "?area=" + community + "&category=01037";
        assertThat(figures(centre.coordinator(), ofLights)
                        .path("resolutionRate")
                        .asDouble())
                .isEqualTo(1.0);
        JsonNode ofCovers = figures(centre.coordinator(), "?area=" + community + "&category=01003");
        assertThat(ofCovers.path("counters").path("received").asInt()).isZero();
    }

    @Test
    void aRedeliveryCountsNothing() {
        String id = escalated();
        returned(id);
        Fact returned = centre.facts().awaitOne("io.twingrid.report.returned.v1", id);
        JsonNode before = awaitCounter("returned", 1);

        centre.facts().sendTwice(returned);
        centre.awaitAllOf(id);

        assertThat(figures(centre.coordinator(), "?area=" + community)).isEqualTo(before);
    }

    @Test
    void figuresAreTheStreetsOwn() {
        returned(escalated());
        awaitCounter("returned", 1);

        JsonNode elsewhere = figures(centre.coordinatorOf("houxi"), "?area=" + community);
        JsonNode earlier = figures(centre.coordinator(), "?from=2026-01&to=2026-02&area=" + community);

        assertThat(elsewhere.path("counters").path("received").asInt()).isZero();
        assertThat(earlier.path("counters").path("received").asInt()).isZero();
        assertThat(earlier.has("resolutionRate")).as("nothing to divide by").isFalse();
        assertThat(figures(centre.officer("power"), "").path("status").asInt()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=soon", "?from=2026-02&to=2026-01", "?from=2020-01&to=2026-01"})
    void aWrongPeriodIsNamed(String query) {
        JsonNode problem = figures(centre.coordinator(), query);

        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("errors").path(0).path("field").asString()).isIn("from", "to");
    }

    private String escalated() {
        return centre.escalated(
                "{\"area\":{\"street\":\"guankou\",\"community\":\"" + community + "\",\"grid\":\"g\"}}");
    }

    private String resolved() {
        String id = escalated();
        centre.done(centre.coordinator(), id, "resolve", "{\"note\":\"已修复\"}");
        return id;
    }

    private void returned(String id) {
        centre.done(centre.coordinator(), id, "return", "{\"reason\":\"社区可自行解决\"}");
    }

    private JsonNode awaitCounter(String name, int count) {
        return Awaitility.await(count + " " + name)
                .atMost(PATIENCE)
                .until(
                        () -> figures(centre.coordinator(), "?area=" + community),
                        figures -> figures.path("counters").path(name).asInt() == count);
    }

    private static JsonNode figures(WebTestClient who, String query) {
        return Centre.json(who.get().uri("/api/escalations/figures" + query).exchange());
    }
}
