package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every fact that is read, delivered twice and then once more when all has happened, is one notice for each who is told. */
@ExtendWith(TownExtension.class)
class RedeliveryTest {
    private final Town town;
    private final String community = Town.unique("c");
    private final String street = Town.unique("s");
    private final String department = Town.unique("d");
    private final String handler = Town.unique("handler");
    private final String observer = Town.unique("observer");
    private final String reportId = UUID.randomUUID().toString();

    RedeliveryTest(Town town) {
        this.town = town;
    }

    @Test
    void eachFactTwiceIsOneNotice() {
        List<Fact> story = story();
        story.forEach(town.reports()::sendTwice);
        town.service().facts("points-events").sendTwice(credited());
        town.service().facts("points-events").sendTwice(reversed());
        Map<Town.Person, Integer> expected = Map.of(
                Town.gridWorker(community),
                1,
                Town.lead(community),
                4,
                new Town.Person(handler, List.of("grid-worker"), List.of(), null),
                1,
                new Town.Person("coordinator", List.of("street-coordinator"), List.of(street), null),
                2,
                new Town.Person("officer", List.of("department-officer"), List.of(), department),
                1,
                Town.observer(observer),
                7);
        expected.forEach(town::awaitInbox);

        story.forEach(town.reports()::send);
        awaitAllOf();

        expected.forEach((person, count) -> {
            List<JsonNode> inbox = town.inbox(person);
            assertThat(inbox).as(person.id()).hasSize(person.equals(Town.lead(community)) ? count + 1 : count);
            assertThat(inbox).extracting(notice -> notice.path("id").asString()).doesNotHaveDuplicates();
        });
    }

    /** All that can happen to a report, one fact of each type; some of it never happens to one report. */
    private List<Fact> story() {
        String area = "{\"area\":{\"street\":\"%s\",\"community\":\"%s\",\"grid\":\"g\"}}".formatted(street, community);
        String inDepartment = "{\"department\":\"%s\"}".formatted(department);
        return List.of(
                fact(
                        Town.INTAKE,
                        "report-submitted",
                        "{\"reporter\":{\"id\":\"%s\",\"observer\":true}}".formatted(observer)),
                fact(Town.TRIAGE, "report-routed", area),
                fact(Town.TRIAGE, "report-verified", "{}"),
                fact(Town.TRIAGE, "report-rejected", "{}"),
                fact(Town.TRIAGE, "report-assigned", "{\"handler\":\"%s\"}".formatted(handler)),
                GoldenFact.with(
                        fact(Town.TRIAGE, "report-escalated", area),
                        "{\"reporter\":{\"id\":\"%s\",\"observer\":true}}".formatted(observer)),
                fact(Town.ESCALATION, "report-dispatched", inDepartment),
                fact(Town.ESCALATION, "report-declined", inDepartment),
                fact(Town.ESCALATION, "report-returned", "{}"),
                GoldenFact.with(
                        fact(Town.ESCALATION, "report-resolved", inDepartment),
                        "{\"reporter\":{\"id\":\"%s\",\"observer\":true}}".formatted(observer)),
                fact(Town.TRIAGE, "report-closed", "{}"));
    }

    /** The examples have one id a writer and version; in one story each fact has its own. */
    private Fact fact(Path writer, String name, String fields) {
        Fact fact = GoldenFact.with(Town.example(writer, name, reportId), fields);
        UnaryOperator<String> own = id -> id + ":" + name;
        return new Fact(
                own.apply(fact.id()), fact.type(), fact.source(), fact.subject(), fact.time(), null, fact.data());
    }

    private Fact credited() {
        return GoldenFact.about(GoldenFact.read(Town.POINTS.resolve("points-credited.json")), "observerId", observer);
    }

    private Fact reversed() {
        return GoldenFact.about(GoldenFact.read(Town.POINTS.resolve("points-reversed.json")), "observerId", observer);
    }

    /** Waits until everything that was sent about the report was worked on: a fact behind it under its key was. */
    private void awaitAllOf() {
        town.reports().send(Town.example(Town.ESCALATION, "report-returned", reportId));
        town.awaitInbox(Town.lead(community), 5);
    }
}
