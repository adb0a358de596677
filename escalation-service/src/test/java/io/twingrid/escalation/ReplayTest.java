package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.edge.Backlog;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The whole topic read into an empty store: the same cases. */
@ExtendWith(CentreExtension.class)
class ReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TO_POWER = "{\"department\":\"power\",\"coDepartments\":[\"urban-management\"]}";

    private static final String LONG_AGO = "2026-01-05T02:00:00Z";
    private static final String COMMUNITY = "c-" + UUID.randomUUID();

    private final Centre centre;

    ReplayTest(Centre centre) {
        this.centre = centre;
    }

    @Test
    void anEmptyStoreComesToTheSameCasesAndNothingIsToldAnew() {
        Map<String, JsonNode> before = new LinkedHashMap<>();
        Map<String, List<String>> told = new LinkedHashMap<>();
        for (String id : List.of(
                resolvedAfterRework(),
                extendedAfterHold(),
                reworkedAfterThreeDeclines(),
                returned(),
                urgedToTheLastLevel())) {
            centre.awaitAllOf(id);
            before.put(id, centre.read(centre.admin(), id));
            told.put(id, factsOf(id));
        }

        JsonNode figures = figures(centre.admin());

        try (RunningService empty = RunningService.startIn(
                centre.service().space(),
                EscalationService.application(),
                "escalation.rebuild=true",
                "chassis.database=" + centre.service().space() + "-empty",
                "spring.cloud.stream.bindings.reportEvents-in-0.group=escalation-service-again")) {
            WebTestClient admin = empty.as("admin", List.of("admin"), List.of(), null);
            before.forEach((id, theCase) -> assertThat(centre.read(admin, id))
                    .as("the case %s, from the first answer on", id)
                    .isEqualTo(theCase));
            assertThat(figures(admin)).isEqualTo(figures);
            empty.bean(Backlog.class).workedOff().block(PATIENCE);
            before.forEach((id, theCase) -> assertThat(centre.read(admin, id))
                    .as("the case %s, when all was read once more", id)
                    .isEqualTo(theCase));
            assertThat(figures(admin)).isEqualTo(figures);
            awaitASweep(admin);
        }

        told.forEach(
                (id, facts) -> assertThat(factsOf(id)).as("facts of %s", id).isEqualTo(facts));
    }

    /** What comes up overdue is urged by a sweep that has seen everything else, too. */
    private void awaitASweep(WebTestClient admin) {
        String id = centre.escalated("{\"at\":\"" + LONG_AGO + "\"}");
        Awaitility.await(id + " is urged")
                .atMost(PATIENCE)
                .until(() -> centre.read(admin, id).path("urged").asInt() > 0);
    }

    /** Of the community that only this test's reports come from; others count on meanwhile. */
    private JsonNode figures(WebTestClient who) {
        return Centre.json(
                who.get().uri("/api/escalations/figures?area=" + COMMUNITY).exchange());
    }

    private String escalated(String at) {
        return centre.escalated("{\"at\":\"" + at + "\",\"area\":{\"street\":\"guankou\",\"community\":\"" + COMMUNITY
                + "\",\"grid\":\"g\"}}");
    }

    private String escalated() {
        return escalated(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private List<String> factsOf(String id) {
        return centre.facts().all(id).stream().map(Fact::id).distinct().toList();
    }

    private String resolvedAfterRework() {
        String id = escalated();
        centre.done(centre.coordinator(), id, "dispatch", TO_POWER);
        centre.done(centre.officer("power"), id, "accept", "{}");
        centre.done(centre.officer("urban-management"), id, "report-in", "{}");
        centre.done(centre.officer("power"), id, "resolve", "{\"note\":\"已修复\",\"photos\":[\"photo-1\"]}");
        centre.facts().awaitOne("io.twingrid.report.resolved.v1", id);
        centre.facts().send(centre.comeBack("rework-requested", id));
        centre.awaitState(id, "dispatched");
        centre.done(centre.officer("power"), id, "resolve", "{\"note\":\"再次修复\"}");
        return id;
    }

    private String extendedAfterHold() {
        String id = escalated();
        String later = Instant.now().plus(9, ChronoUnit.DAYS).toString();
        centre.done(centre.coordinator(), id, "dispatch", TO_POWER);
        centre.done(centre.coordinator(), id, "urge", "{}");
        centre.done(centre.coordinator(), id, "hold", "{\"reason\":\"等待\",\"reviewOn\":\"" + later + "\"}");
        centre.done(centre.coordinator(), id, "resume", "{}");
        centre.done(centre.officer("power"), id, "extend", "{\"reason\":\"配件\",\"until\":\"" + later + "\"}");
        centre.done(centre.coordinator(), id, "approve-extension", "{}");
        centre.done(centre.officer("power"), id, "note", "{\"text\":\"内部\",\"public\":false}");
        return id;
    }

    /** Long overdue before it came: whoever applies it without what follows urges again. */
    private String urgedToTheLastLevel() {
        String id = escalated(LONG_AGO);
        centre.told(id, 3);
        centre.done(centre.coordinator(), id, "dispatch", TO_POWER);
        return id;
    }

    private String reworkedAfterThreeDeclines() {
        String id = escalated();
        for (String department : List.of("power", "water", "gardens")) {
            centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"" + department + "\"}");
            centre.done(centre.officer(department), id, "decline", "{\"reason\":\"非我职责\"}");
        }
        centre.done(centre.coordinator(), id, "dispatch", TO_POWER);
        centre.done(centre.officer("power"), id, "resolve", "{\"note\":\"已修复\"}");
        centre.facts().send(centre.feedback(id, false));
        centre.facts().send(centre.comeBack("reopened", id));
        centre.awaitState(id, "dispatched");
        return id;
    }

    private String returned() {
        String id = escalated();
        centre.done(centre.coordinator(), id, "return", "{\"reason\":\"社区可自行更换\"}");
        return id;
    }
}
