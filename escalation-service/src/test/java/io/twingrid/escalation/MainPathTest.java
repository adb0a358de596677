package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From the community's fact over the verbs to the street's facts. */
@ExtendWith(CentreExtension.class)
class MainPathTest {
    private static final String TYPES = "io.twingrid.report.";
    private static final String TO_POWER = "{\"department\":\"power\",\"coDepartments\":[\"urban-management\"]}";

    private final Centre centre;

    MainPathTest(Centre centre) {
        this.centre = centre;
    }

    @Test
    void whatComesUpIsDispatchedAcceptedAndResolved() {
        String id = centre.escalated();

        JsonNode dispatched = centre.done(centre.coordinator(), id, "dispatch", TO_POWER);
        JsonNode accepted = centre.done(centre.officer("power"), id, "accept", "{}");
        JsonNode resolved =
                centre.done(centre.officer("power"), id, "resolve", "{\"note\":\"更换电缆\",\"photos\":[\"photo-1\"]}");

        assertThat(dispatched.path("state").asString()).isEqualTo("dispatched");
        assertThat(dispatched.path("answerable").asString()).isEqualTo("power");
        assertThat(words(dispatched.path("allowed")))
                .containsExactly("dispatch", "urge", "return", "hold", "extend", "resolve", "note");
        assertThat(accepted.path("state").asString()).isEqualTo("accepted");
        assertThat(words(accepted.path("allowed"))).containsExactly("extend", "resolve", "note");
        assertThat(resolved.path("state").asString()).isEqualTo("resolved");
        assertThat(resolved.path("version").asLong()).isEqualTo(4);
        assertThat(resolved.path("history").values())
                .extracting(line -> line.path("verb").asString())
                .containsExactly("escalate", "dispatch", "accept", "resolve");
        assertWritten("dispatched", id);
        assertWritten("accepted", id);
        assertWritten("resolved", id);
    }

    @Test
    void aCaseShowsWhatTheCommunitySaid() {
        JsonNode theCase = centre.read(centre.coordinator(), centre.escalated());

        assertThat(theCase.path("number").asString()).isEqualTo("20261122-7K3M9QXA");
        assertThat(theCase.path("cause").asString()).isEqualTo("CANNOT_SOLVE");
        assertThat(theCase.path("note").asString()).isEqualTo("线路归供电部门,社区无法更换。");
        assertThat(theCase.path("area").path("grid").asString()).isEqualTo("tieshan-01");
        assertThat(theCase.path("location").path("lat").asDouble()).isEqualTo(24.611);
        assertThat(theCase.path("reporter").path("id").asString()).isEqualTo("observer-1");
        assertThat(theCase.path("submittedAt").asString()).isEqualTo("2026-11-22T08:30:59.412Z");
        assertThat(theCase.path("photos").size()).isEqualTo(1);
        assertThat(theCase.has("department")).isFalse();
    }

    @Test
    void aDispatchIsDueWhenTheCatalogueSays() {
        String id = centre.escalated();

        JsonNode dispatched = centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"power\"}");

        Instant at = Instant.parse(dispatched.path("updatedAt").asString());
        Instant dueBy = Instant.parse(dispatched.path("dueBy").asString());
        assertThat(Duration.between(at, dueBy)).as("power never closes").isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aDeclinedCaseIsAtTheCentreAgainAndItsFirstReceiverStaysAnswerable() {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "dispatch", TO_POWER);

        JsonNode declined = centre.done(centre.officer("power"), id, "decline", "{\"reason\":\"由城管维护\"}");
        JsonNode again = centre.done(centre.officer("power"), id, "decline", "{\"reason\":\"由城管维护\"}");

        assertThat(declined.path("state").asString()).isEqualTo("received");
        assertThat(declined.path("answerable").asString()).isEqualTo("power");
        assertThat(again.path("version")).isEqualTo(declined.path("version"));
        assertWritten("declined", id);
    }

    @Test
    void aReturnedCaseIsReceivedAgainWhenItComesUpAgain() {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "return", "{\"reason\":\"社区可自行更换\"}");
        assertWritten("returned", id);

        Fact again = centre.fromTriage("report-escalated", id);
        centre.facts().send(withId(GoldenFact.with(again, "{\"cause\":\"OVERDUE\"}"), "triage-service:" + id + ":9:0"));

        JsonNode received = centre.awaitState(id, "received");
        assertThat(received.path("cause").asString()).isEqualTo("OVERDUE");
        assertThat(received.path("history").values())
                .extracting(line -> line.path("verb").asString())
                .containsExactly("escalate", "return", "escalate");
    }

    @Test
    void aNoteIsTold() {
        String id = centre.escalated();

        JsonNode noted = centre.done(centre.coordinator(), id, "note", "{\"text\":\"下午到场\",\"public\":true}");

        assertThat(noted.path("history").values())
                .last()
                .extracting(line -> line.path("text").asString())
                .isEqualTo("下午到场");
        assertWritten("noted", id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reopened", "rework-requested"})
    void whatTheStreetResolvedComesBackToTheDepartmentThatHadIt(String fact) {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "dispatch", TO_POWER);
        centre.done(centre.officer("power"), id, "resolve", "{\"note\":\"已修复\"}");

        centre.facts().send(centre.comeBack(fact, id));

        JsonNode back = centre.awaitState(id, "dispatched");
        assertThat(back.path("department").asString()).isEqualTo("power");
        assertThat(back.path("answerable").asString()).isEqualTo("power");
        assertThat(centre.told(id, 3).getLast().data())
                .contains("\"by\":\"system\"")
                .contains("\"coDepartments\":[\"urban-management\"]");
        centre.done(centre.officer("power"), id, "accept", "{}");
    }

    @Test
    void aVerbSaysWhichVersionItKnows() {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "dispatch", TO_POWER);

        centre.officer("power")
                .post()
                .uri("/api/escalations/{id}/accept", id)
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2);
        centre.officer("power")
                .post()
                .uri("/api/escalations/{id}/accept", id)
                .header("If-Match", "\"2\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"");
    }

    @Test
    void aRepeatedVerbIsAnsweredLikeTheFirst() {
        String id = centre.escalated();
        List<JsonNode> answers = List.of(
                centre.done(centre.coordinator(), id, "dispatch", TO_POWER),
                centre.done(centre.coordinator(), id, "dispatch", TO_POWER));

        assertThat(answers.get(1)).isEqualTo(answers.get(0));
    }

    private void assertWritten(String name, String id) {
        Fact fact = centre.facts().awaitOne(TYPES + name + ".v1", id);
        GoldenFact.assertWritten(Centre.OURS.resolve("report-" + name + ".json"), fact);
        assertThat(fact.id()).startsWith("escalation-service:" + id + ":");
    }

    private static Fact withId(Fact fact, String id) {
        return new Fact(id, fact.type(), fact.source(), fact.subject(), fact.time(), null, fact.data());
    }

    private static List<String> words(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }
}
