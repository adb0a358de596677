package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

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
    void anEmptyStoreComesToTheSameCases() {
        Map<String, JsonNode> before = new LinkedHashMap<>();
        for (String id : List.of(resolvedAfterRework(), extendedAfterHold(), inHandAfterThreeDeclines(), returned())) {
            centre.awaitAllOf(id);
            before.put(id, essence(centre.read(centre.admin(), id)));
        }

        try (RunningService empty = RunningService.startIn(
                centre.service().space(),
                EscalationService.application(),
                "chassis.database=" + centre.service().space() + "-empty",
                "spring.cloud.stream.bindings.reportEvents-in-0.group=escalation-service-again")) {
            WebTestClient admin = empty.as("admin", List.of("admin"), List.of(), null);
            before.forEach((id, theCase) -> Awaitility.await("the case " + id)
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(essence(centre.read(admin, id))).isEqualTo(theCase)));
        }
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

    private String inHandAfterThreeDeclines() {
        String id = centre.escalated();
        for (String department : List.of("power", "water", "gardens")) {
            centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"" + department + "\"}");
            centre.done(centre.officer(department), id, "decline", "{\"reason\":\"非我职责\"}");
        }
        return id;
    }

    private String returned() {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "return", "{\"reason\":\"社区可自行更换\"}");
        return id;
    }

    /** All that is told of a case but its version: a lost store counts its changes anew. */
    private static JsonNode essence(JsonNode theCase) {
        return theCase.isObject() && theCase.has("version")
                ? ((tools.jackson.databind.node.ObjectNode) theCase.deepCopy()).without("version")
                : theCase;
    }
}
