package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The verbs about time, and what time does by itself, from HTTP and the clock to the facts. */
@ExtendWith(CentreExtension.class)
class TimePathTest {
    private static final String TYPES = "io.twingrid.report.";
    private static final String TO_POWER = "{\"department\":\"power\",\"coDepartments\":[\"urban-management\"]}";

    private final Centre centre;
    private final WebTestClient coordinator;
    private final WebTestClient power;

    TimePathTest(Centre centre) {
        this.centre = centre;
        this.coordinator = centre.coordinator();
        this.power = centre.officer("power");
    }

    @Test
    void whoIsSummonedReportsIn() {
        String id = dispatched(TO_POWER);

        JsonNode there = centre.done(centre.officer("urban-management"), id, "report-in", "{}");

        assertThat(there.path("reportedIn").values())
                .extracting(JsonNode::asString)
                .containsExactly("urban-management");
        assertWritten("reported-in", id);
        centre.ask(power, id, "report-in", "{}").expectStatus().isEqualTo(409);
    }

    @Test
    void theClockStandsStillOnHold() {
        String id = dispatched(TO_POWER);
        String review = Instant.now()
                .plus(9, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();

        JsonNode held = centre.done(coordinator, id, "hold", "{\"reason\":\"等待管线迁改\",\"reviewOn\":\"" + review + "\"}");
        JsonNode resumed = centre.done(coordinator, id, "resume", "{}");

        assertThat(held.path("state").asString()).isEqualTo("on-hold");
        assertThat(held.path("reviewOn").asString()).isEqualTo(review);
        assertThat(held.has("light")).isFalse();
        assertThat(resumed.path("state").asString()).isEqualTo("dispatched");
        assertThat(resumed.path("light").asString()).isEqualTo("GREEN");
        assertThat(resumed.has("reviewOn")).isFalse();
        assertWritten("held", id);
        assertWritten("resumed", id);
    }

    @Test
    void whatIsOnHoldGoesOnByItself() {
        String id = dispatched(TO_POWER);

        Instant review = centre.doneSoon(
                coordinator, id, "hold", soon -> "{\"reason\":\"等待管线迁改\",\"reviewOn\":\"" + soon + "\"}");

        centre.awaitState(id, "dispatched");
        Fact resumed = centre.facts().awaitOne(TYPES + "resumed.v1", id);
        assertThat(resumed.data()).contains("\"by\":\"system\"");
        assertThat(resumed.time()).as("never early, and at most 5 s late").isBetween(review, review.plusSeconds(5));
    }

    @Test
    void anOverdueDepartmentIsUrged() {
        String id = centre.escalated();
        Instant dueBy = centre.doneSoon(
                coordinator, id, "dispatch", soon -> "{\"department\":\"power\",\"dueBy\":\"" + soon + "\"}");

        Fact urged = centre.facts().awaitOne(TYPES + "urged.v1", id);

        assertThat(urged.data()).contains("\"stage\":1").contains("\"department\":\"power\"");
        assertThat(urged.time()).isBetween(dueBy, dueBy.plusSeconds(5));
        assertThat(centre.read(coordinator, id).path("light").asString()).isEqualTo("RED");
        assertWritten("urged", id);
        JsonNode pressed = centre.done(coordinator, id, "urge", "{}");
        assertThat(pressed.path("urged").asInt()).isEqualTo(2);
    }

    @Test
    void moreTimeIsAskedForAndGiven() {
        String id = dispatched(TO_POWER);
        String until = Instant.now()
                .plus(9, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        String body = "{\"reason\":\"等待配件\",\"until\":\"" + until + "\"}";

        JsonNode asked = centre.done(power, id, "extend", body);
        JsonNode no = centre.done(coordinator, id, "decline-extension", "{\"reason\":\"配件已到\"}");
        centre.done(power, id, "note", "{\"text\":\"仍缺一件\"}");
        centre.done(power, id, "extend", body);
        JsonNode more = centre.done(coordinator, id, "approve-extension", "{}");

        assertThat(asked.path("extensionAsked").path("until").asString()).isEqualTo(until);
        assertThat(no.has("extensionAsked")).isFalse();
        assertThat(more.path("dueBy").asString()).isEqualTo(until);
        assertWritten("extension-declined", id);
        assertWritten("extended", id);
        GoldenFact.assertWritten(
                Centre.OURS.resolve("report-extension-requested.json"),
                centre.told(id, 4).stream()
                        .filter(fact -> fact.type().equals(TYPES + "extension-requested.v1"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void threeDeclinesInARowGoToTheCoordinatorByName() {
        String id = centre.escalated();
        JsonNode last = null;
        for (String department : List.of("power", "water", "gardens")) {
            centre.done(coordinator, id, "dispatch", "{\"department\":\"" + department + "\"}");
            last = centre.done(centre.officer(department), id, "decline", "{\"reason\":\"非我职责\"}");
        }

        assertThat(last).isNotNull();
        assertThat(centre.read(coordinator, id).path("handler").asString()).isEqualTo("coordinator");
        assertWritten("assigned", id);
    }

    @Test
    void aDateInThePastIsNoReviewDate() {
        String id = dispatched(TO_POWER);

        JsonNode problem = Centre.json(
                centre.ask(coordinator, id, "hold", "{\"reason\":\"x\",\"reviewOn\":\"2020-01-01T00:00:00Z\"}")
                        .expectStatus()
                        .isBadRequest());

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("reviewOn");
    }

    private String dispatched(String body) {
        String id = centre.escalated();
        centre.done(coordinator, id, "dispatch", body);
        return id;
    }

    private void assertWritten(String name, String id) {
        GoldenFact.assertWritten(
                Centre.OURS.resolve("report-" + name + ".json"), centre.facts().awaitOne(TYPES + name + ".v1", id));
    }
}
