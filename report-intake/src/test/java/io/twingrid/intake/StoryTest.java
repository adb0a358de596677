package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.intake.domain.Status;
import io.twingrid.intake.events.ViewRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the desks' facts make of a report's public story, told with the files that their writers promise. */
class StoryTest {
    private static final String TRIAGE = "triage-service";
    private static final String ESCALATION = "escalation-service";

    /** Where a report that was routed stands after each fact alone; what is not here changes nothing of that. */
    private static final Map<String, String> STANDS = Map.ofEntries(
            Map.entry("triage-service/verified", "verified"),
            Map.entry("triage-service/rejected", "rejected"),
            Map.entry("triage-service/invalidated", "rejected"),
            Map.entry("triage-service/merged", "merged"),
            Map.entry("triage-service/unmerged", "verified"),
            Map.entry("triage-service/assigned", "assigned"),
            Map.entry("triage-service/escalated", "escalated"),
            Map.entry("triage-service/held", "on-hold"),
            Map.entry("triage-service/resumed", "assigned"),
            Map.entry("triage-service/resolved", "resolved"),
            Map.entry("triage-service/rework-requested", "assigned"),
            Map.entry("triage-service/reopened", "verified"),
            Map.entry("triage-service/closed", "closed"),
            Map.entry("escalation-service/dispatched", "dispatched"),
            Map.entry("escalation-service/declined", "escalated"),
            Map.entry("escalation-service/returned", "verified"),
            Map.entry("escalation-service/assigned", "escalated"),
            Map.entry("escalation-service/held", "on-hold"),
            Map.entry("escalation-service/resumed", "escalated"),
            Map.entry("escalation-service/resolved", "resolved"));

    @Nullable
    static Intake intake;

    @BeforeAll
    static void start() {
        intake = Intake.start();
    }

    @AfterAll
    static void stop() {
        intake().close();
    }

    @Test
    void everyFactThatIsListenedToIsPromisedByItsWriter() {
        Set<String> promised = new HashSet<>(List.of("submitted", "supported", "feedback-given", "routed"));
        promised.addAll(promisedBy(TRIAGE));
        promised.addAll(promisedBy(ESCALATION));
        assertThat(promised).containsAll(listenedTo());
    }

    @Test
    void everyFactHasItsPlaceInTheStoryAndItsWords() {
        for (String service : List.of(TRIAGE, ESCALATION)) {
            for (String name : promisedBy(service)) {
                String id = routed();
                Fact fact = Intake.golden(service, name, id);
                intake().facts().sendTwice(fact);
                intake().facts().send(GoldenFact.withUnknownField(fact));
                JsonNode report =
                        intake().awaitReport(id, now -> now.required("timeline").size() == 3);
                JsonNode step = report.required("timeline").get(2);
                assertThat(step.required("type").asString()).isEqualTo(name);
                assertThat(step.required("text").asString()).as(name).isNotBlank();
                assertThat(report.required("status").asString())
                        .as("%s of %s", name, service)
                        .isEqualTo(STANDS.getOrDefault(service + "/" + name, "routed"));
            }
        }
    }

    @Test
    void whatTheStreetHeldGoesOnWhereItStood() {
        assertThat(standsAfter("escalated", "held", "resumed")).isEqualTo(Status.ESCALATED);
        assertThat(standsAfter("escalated", "dispatched", "accepted", "held", "extended", "resumed"))
                .isEqualTo(Status.DISPATCHED);
        assertThat(standsAfter("escalated", "dispatched", "declined", "held", "resumed"))
                .isEqualTo(Status.ESCALATED);
    }

    @Test
    void whatTheStreetResolvedComesBackToTheStreet() {
        for (String back : List.of("reopened", "rework-requested")) {
            String id = routed();
            intake().happens(ESCALATION, "resolved", id);
            intake().facts().send(GoldenFact.with(Intake.golden(TRIAGE, back, id), "{\"level\":\"STREET\"}"));
            JsonNode report = intake().awaitStatus(id, "escalated");
            assertThat(report.required("timeline").get(3).required("level").asString())
                    .isEqualTo("STREET");
        }
    }

    @Test
    void onlyATimeThatWasGivenIsExpected() {
        String id = routed();
        String first = expectedBy(id);
        intake().happens(TRIAGE, "extension-requested", id);
        intake().awaitReport(id, report -> report.required("timeline").size() == 3);
        assertThat(expectedBy(id)).as("it was only asked for").isEqualTo(first);
        intake().happens(TRIAGE, "extended", id);
        intake().awaitReport(id, report -> report.required("timeline").size() == 4);
        assertThat(expectedBy(id)).isEqualTo("2026-11-27T09:00:00Z");
    }

    private static Status standsAfter(String... steps) {
        String id = routed();
        for (String step : steps) {
            Fact fact = Intake.golden(step.equals("escalated") ? TRIAGE : ESCALATION, step, id);
            // The examples are not of one story: two of them may have the same number in it.
            intake().facts().send(renamed(fact, fact.id() + "/" + step));
        }
        JsonNode report =
                intake().awaitReport(id, now -> now.required("timeline").size() == 2 + steps.length);
        return Status.of(report.required("status").asString()).orElseThrow();
    }

    private static Fact renamed(Fact fact, String factId) {
        return new Fact(
                factId, fact.type(), fact.source(), fact.subject(), fact.time(), fact.traceparent(), fact.data());
    }

    private static String expectedBy(String id) {
        return intake().read(intake().admin(), "/api/reports/" + id)
                .required("expectedBy")
                .asString();
    }

    private static String routed() {
        String id = intake().idOfSubmitted(intake().observer("observer-1"), body("dark"));
        intake().happens(TRIAGE, "routed", id);
        intake().awaitStatus(id, "routed");
        return id;
    }

    private static Set<String> listenedTo() {
        return ViewRoutes.routes().types().stream()
                .map(type -> type.substring("io.twingrid.report.".length(), type.length() - ".v1".length()))
                .collect(Collectors.toSet());
    }

    /** Names of the facts about reports for which a service has an example, as far as they are listened to. */
    private static List<String> promisedBy(String service) {
        try (Stream<Path> files = Files.list(Path.of("..", service, "contract", "examples"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("report-"))
                    .map(file -> file.substring("report-".length(), file.length() - ".json".length()))
                    .filter(name -> !name.equals("routed")) // where every one of these stories begins
                    .filter(listenedTo()::contains)
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(10);
            return names;
        } catch (IOException e) {
            throw new AssertionError(service + " has no contract", e);
        }
    }

    private static Intake intake() {
        return Objects.requireNonNull(intake);
    }
}
