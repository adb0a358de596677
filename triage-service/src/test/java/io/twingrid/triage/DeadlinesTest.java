package io.twingrid.triage;

import static io.twingrid.triage.TriageTown.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What time does, with two instances that both look after it. */
class DeadlinesTest {
    private static final String OVERDUE = "io.twingrid.report.verification-overdue.v1";
    private static final String ESCALATED = "io.twingrid.report.escalated.v1";
    /** An urgent matter of the community: an hour to verify it, day and night. */
    private static final String URGENT = "09999";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TriageTown town = TriageTown.start("triage.feedback-window=1s");
    private static final RunningService second =
            RunningService.startIn(town.service().space(), TriageService.application(), "triage.feedback-window=1s");

    @AfterAll
    static void stop() {
        second.close();
        town.close();
    }

    @Test
    void theLeadIsToldWhenNobodyHasLookedNeverEarlyAndNoLaterThanFiveSeconds() {
        Instant submitted = Instant.now().minus(Duration.ofHours(1)).plusSeconds(3);
        String id = town.submit("{\"category\":\"" + URGENT + "\",\"at\":\"" + submitted + "\"}");
        Fact told = town.facts().awaitOne(OVERDUE, id);
        GoldenFact.assertWritten(OURS.resolve("report-verification-overdue.json"), told);
        Instant due =
                Instant.parse(JSON.readTree(told.data()).required("verifyBy").asString());
        assertThat(told.time()).isBetween(due, due.plusSeconds(5));
        JsonNode theCase = town.read(id);
        assertThat(theCase.required("light").asString()).isEqualTo("red");
        assertThat(theCase.required("state").asString()).isEqualTo("routed");
    }

    @Test
    void whatWasMissedHappensOnceAndInOrder() {
        List<String> ids = new ArrayList<>();
        for (int day = 60; day > 30; day--) {
            Instant submitted = Instant.now().minus(Duration.ofDays(day));
            Fact report = TriageTown.submitted("{\"category\":\"" + URGENT + "\",\"at\":\"" + submitted + "\"}");
            town.facts().send(report);
            ids.add(report.subject());
        }
        for (String id : ids) {
            Fact up = town.facts().awaitOne(ESCALATED, id);
            assertThat(up.data()).contains("\"cause\":\"OVERDUE\"", "\"by\":\"system\"");
            // Two relays may both carry an entry: the same fact, by its id.
            assertThat(town.facts().all(id).stream()
                            .map(fact -> fact.id() + " " + fact.type())
                            .distinct())
                    .map(fact -> fact.substring(fact.indexOf(' ') + 1))
                    .containsExactly(
                            "io.twingrid.report.submitted.v1", "io.twingrid.report.routed.v1", OVERDUE, ESCALATED);
        }
    }

    @Test
    void whatIsResolvedAndNobodyObjectsToClosesByItself() {
        String id = town.submit("{}");
        TriageTown.move(town.gridWorker("tieshan"), id, "verify", "{}");
        TriageTown.move(town.gridWorker("tieshan"), id, "resolve", "{\"note\":\"修好了\"}");
        Fact closed = town.facts().awaitOne("io.twingrid.report.closed.v1", id);
        assertThat(closed.data()).contains("\"by\":\"system\"");
        assertThat(TriageTown.stateOf(town.read(id))).isEqualTo("closed");
    }
}
