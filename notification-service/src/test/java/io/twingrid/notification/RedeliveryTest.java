package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every fact that is read, delivered twice and then once more when all has happened, is one notice for each who is told. */
@ExtendWith(TownExtension.class)
class RedeliveryTest {
    private static final String SIGN = "returned";

    private final Town town;
    private final Story story = Story.begin();
    private final String reportId = UUID.randomUUID().toString();
    private final Town.Person lead = Town.lead(story.community());

    RedeliveryTest(Town town) {
        this.town = town;
    }

    @Test
    void eachFactTwiceIsOneNotice() throws IOException {
        List<Fact> facts = story.facts(reportId);
        List<Town.Person> told = List.of(
                Town.gridWorker(story.community()),
                lead,
                new Town.Person(story.handler(), List.of("grid-worker"), List.of(), null),
                new Town.Person("coordinator", List.of("street-coordinator"), List.of(story.street()), null),
                new Town.Person("officer", List.of("department-officer"), List.of(), story.department()),
                Town.observer(story.observer()));

        facts.forEach(town.reports()::sendTwice);
        awaitAllBefore("sign-1");
        Map<Town.Person, List<JsonNode>> once = new HashMap<>();
        told.forEach(person -> once.put(person, withoutSigns(person)));
        facts.forEach(town.reports()::send);
        awaitAllBefore("sign-2");

        for (Town.Person person : told) {
            List<JsonNode> inbox = Objects.requireNonNull(once.get(person));
            assertThat(inbox)
                    .as(person.id())
                    .isNotEmpty()
                    .extracting(notice -> List.of(notice.path("type"), notice.path("at"), notice.path("title")))
                    .doesNotHaveDuplicates();
            assertThat(withoutSigns(person)).as(person.id()).isEqualTo(inbox);
        }
    }

    @Test
    void aFactThatComesAgainIsToldToThoseWhoWereToldThen() {
        Town.Person other = Town.lead(Town.unique("c"));
        Fact verified = Town.example(Town.TRIAGE, "report-verified", reportId);
        town.submit(reportId, story.observer());
        town.reports().send(Town.routing(reportId, story.community()));
        town.reports().send(verified);
        town.awaitInbox(lead, 2);
        Fact rerouted = Town.routing(reportId, other.areas().getFirst());
        town.reports().send(Story.withId(rerouted, rerouted.id() + ":again"));
        town.awaitInbox(other, 1);

        town.reports().send(verified);
        town.reports().send(Town.example(Town.ESCALATION, "report-returned", reportId));
        town.awaitInbox(other, 2);

        assertThat(town.typesInInbox(other)).containsExactly("returned", "routed");
        assertThat(town.typesInInbox(lead)).containsExactly("verified", "routed");
    }

    private List<JsonNode> withoutSigns(Town.Person person) {
        return town.inbox(person).stream()
                .filter(notice -> !notice.path("type").asString().equals(SIGN))
                .toList();
    }

    /** Waits until everything that was sent about the report was worked on: a fact behind it under its key was. */
    private void awaitAllBefore(String sign) {
        Fact returned = Town.example(Town.ESCALATION, "report-returned", reportId);
        town.reports()
                .send(GoldenFact.with(Story.withId(returned, reportId + sign), "{\"reason\":\"%s\"}".formatted(sign)));
        Awaitility.await(sign).atMost(Town.PATIENCE).until(() -> town.inbox(lead).stream()
                .anyMatch(notice -> notice.path("text").asString().contains(sign)));
    }
}
