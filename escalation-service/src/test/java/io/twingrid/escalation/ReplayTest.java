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

        try (RunningService empty = RunningService.startIn(
                centre.service().space(),
                EscalationService.application(),
                "chassis.database=" + centre.service().space() + "-empty",
                "spring.cloud.stream.bindings.reportEvents-in-0.group=escalation-service-again")) {
            empty.bean(Backlog.class).workedOff().block(PATIENCE);
            WebTestClient admin = empty.as("admin", List.of("admin"), List.of(), null);
            before.forEach((id, theCase) -> Awaitility.await("the case " + id)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(centre.read(admin, id)).isEqualTo(theCase)));
            awaitASweep(admin);
        }

        told.forEach(
                (id, facts) -> assertThat(factsOf(id)).as("facts of %s", id).isEqualTo(facts));
    }

    /** What is due now and was not before takes effect by a sweep that has seen everything else, too. */
    private void awaitASweep(WebTestClient admin) {
        String id = centre.escalated();
        Awaitility.await(id).atMost(PATIENCE).until(() -> centre.read(admin, id).has("id"));
        String soon =
                Instant.now().plusMillis(300).truncatedTo(ChronoUnit.MILLIS).toString();
        centre.done(admin, id, "hold", "{\"reason\":\"等待\",\"reviewOn\":\"" + soon + "\"}");
        Awaitility.await(id + " goes on")
                .atMost(PATIENCE)
                .until(() -> centre.read(admin, id).path("state").asString().equals("received"));
    }

    private List<String> factsOf(String id) {
        return centre.facts().all(id).stream().map(Fact::id).distinct().toList();
    }

    private String resolvedAfterRework() {
        String id = centre.escalated();
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
        String id = centre.escalated();
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
        String id = centre.escalated("{\"at\":\"2026-01-05T02:00:00Z\"}");
        centre.told(id, 3);
        centre.done(centre.coordinator(), id, "dispatch", TO_POWER);
        return id;
    }

    private String reworkedAfterThreeDeclines() {
        String id = centre.escalated();
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
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "return", "{\"reason\":\"社区可自行更换\"}");
        return id;
    }
}
