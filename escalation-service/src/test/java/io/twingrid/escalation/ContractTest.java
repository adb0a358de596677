package io.twingrid.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is read of others' facts, and what becomes of records that cannot be read. */
@ExtendWith(CentreExtension.class)
class ContractTest {
    private final Centre centre;

    ContractTest(Centre centre) {
        this.centre = centre;
    }

    @Test
    void aFieldOfTomorrowDoesNoHarm() {
        String id = UUID.randomUUID().toString();
        centre.facts().send(GoldenFact.withUnknownField(centre.fromTriage("report-escalated", id)));
        centre.awaitState(id, "received");
        centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"power\"}");
        centre.done(centre.coordinator(), id, "resolve", "{\"note\":\"已修复\"}");

        centre.facts().send(GoldenFact.withUnknownField(centre.comeBack("reopened", id)));
        centre.awaitState(id, "dispatched");
        centre.done(centre.coordinator(), id, "resolve", "{\"note\":\"再次修复\"}");

        centre.facts().send(GoldenFact.withUnknownField(centre.comeBack("rework-requested", id)));
        centre.awaitState(id, "dispatched");
    }

    @Test
    void anAnonymousReportWithoutPhotosIsACaseToo() {
        String id = centre.escalated("{\"reporter\":null,\"photos\":null,\"address\":null,\"note\":null}");

        JsonNode theCase = centre.read(centre.coordinator(), id);
        assertThat(theCase.has("reporter")).isFalse();
        assertThat(theCase.path("photos").size()).isZero();
    }

    @Test
    void whatTheCommunityResolvedComesBackToTheCommunityAlone() {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "resolve", "{\"note\":\"已修复\"}");

        for (String name : List.of("reopened", "rework-requested")) {
            centre.facts().send(GoldenFact.with(centre.comeBack(name, id), "{\"level\":\"COMMUNITY\"}"));
        }
        centre.awaitAllOf(id);

        assertThat(centre.read(centre.admin(), id).path("state").asString()).isEqualTo("resolved");
    }

    @Test
    void anObserverOfTomorrowIsReadAsOneOfToday() {
        Fact appointed = GoldenFact.about(
                GoldenFact.read(Centre.POINTS.resolve("points-appointed.json")), "observerId", "observer-new");

        centre.service().facts("points-events").send(GoldenFact.withUnknownField(appointed));

        centre.awaitGrids("observer-new", Set.of("tieshan-01", "tieshan-02"));
    }

    @Test
    void whatNeverCameUpIsNotTheStreets() {
        String id = UUID.randomUUID().toString();

        centre.facts().send(centre.comeBack("reopened", id));
        centre.facts().send(centre.feedback(id, true));
        centre.facts().send(centre.fromTriage("report-resolved", id));
        centre.awaitAllOf(id);

        assertThat(centre.read(centre.admin(), id).path("status").asInt()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "number, number is missing",
        "area, area is missing",
        "cause, cause is missing",
        "submittedAt, submittedAt is missing",
    })
    void onlyTheBadRecordIsParkedAndItsCauseIsNamed(String field, String cause) {
        String id = UUID.randomUUID().toString();
        Fact bad = GoldenFact.with(centre.fromTriage("report-escalated", id), "{\"" + field + "\":null}");

        centre.facts().send(bad);
        centre.awaitAllOf(id);

        assertThat(parkedCause(id)).contains(cause);
        assertThat(centre.read(centre.admin(), id).path("status").asInt()).isEqualTo(404);
    }

    @Test
    void brokenJsonIsParkedAndWhatIsBehindItIsProcessed() {
        String id = UUID.randomUUID().toString();

        centre.facts()
                .raw(
                        id,
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", "broken",
                                "ce_type", "io.twingrid.report.escalated.v1",
                                "ce_source", "/triage-service",
                                "ce_subject", id,
                                "ce_time", "2026-11-22T10:15:00Z"),
                        "{\"reportId\":".getBytes(UTF_8));
        centre.facts().send(centre.fromTriage("report-escalated", id));

        centre.awaitState(id, "received");
        assertThat(parkedCause(id)).contains("EscalatedData");
    }

    private String parkedCause(String key) {
        FactTopic parked = centre.facts().parked("escalation-service");
        ConsumerRecord<String, byte[]> record = Awaitility.await("a parked record of " + key)
                .until(
                        () -> parked.records().stream()
                                .filter(candidate -> key.equals(candidate.key()))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        return new String(record.headers().lastHeader("parked-cause").value(), UTF_8);
    }
}
