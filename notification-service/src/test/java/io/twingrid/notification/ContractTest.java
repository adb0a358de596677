package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.notification.domain.Occasion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Where this service and others meet: the writers' examples are read, and what is written is as our own example says. */
@ExtendWith(TownExtension.class)
class ContractTest {
    private static final String LEAD = "lead";
    private static final String REPORTER = "reporter";

    private final Town town;
    private final String community = Town.unique("c");
    private final String street = Town.unique("s");
    private final String observer = Town.unique("observer");

    ContractTest(Town town) {
        this.town = town;
    }

    /** An example, and somebody who is told of it. */
    record Example(Path file, String told) {}

    static List<Example> examples() {
        return List.of(
                new Example(Town.TRIAGE.resolve("report-verified.json"), LEAD),
                new Example(Town.TRIAGE.resolve("report-rejected.json"), REPORTER),
                new Example(Town.TRIAGE.resolve("report-assigned.json"), "grid-tieshan"),
                new Example(Town.TRIAGE.resolve("report-escalated.json"), "coordinator"),
                new Example(Town.TRIAGE.resolve("report-resolved.json"), REPORTER),
                new Example(Town.TRIAGE.resolve("report-closed.json"), REPORTER),
                new Example(Town.ESCALATION.resolve("report-dispatched.json"), "officer-power"),
                new Example(Town.ESCALATION.resolve("report-declined.json"), "coordinator"),
                new Example(Town.ESCALATION.resolve("report-returned.json"), LEAD),
                new Example(Town.ESCALATION.resolve("report-resolved.json"), LEAD));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadAsItIsAndWithAFieldOfTomorrow(Example example) {
        for (boolean tomorrow : new boolean[] {false, true}) {
            String id = UUID.randomUUID().toString();
            town.submit(id, observer);
            town.reports().send(inOurPlace(Town.routing(id, community)));
            Fact fact = inOurPlace(GoldenFact.about(GoldenFact.read(example.file()), "reportId", id));
            town.reports().send(tomorrow ? GoldenFact.withUnknownField(fact) : fact);

            Town.Person told = person(example.told());
            String type = shortName(fact);
            Awaitility.await(example + " is told").atMost(Town.PATIENCE).until(() -> town.inbox(told).stream()
                    .anyMatch(notice -> notice.path("reportId").asString().equals(id)
                            && notice.path("type").asString().equals(type)));
        }
    }

    @ParameterizedTest
    @MethodSource("pointsExamples")
    void pointsAreToldToTheirObserver(String name) {
        for (boolean tomorrow : new boolean[] {false, true}) {
            String person = Town.unique("observer");
            Fact fact = GoldenFact.about(GoldenFact.read(Town.POINTS.resolve(name)), "observerId", person);
            town.service().facts("points-events").send(tomorrow ? GoldenFact.withUnknownField(fact) : fact);

            JsonNode notice = town.awaitInbox(Town.observer(person), 1).getFirst();
            assertThat(notice.path("type").asString()).isEqualTo(shortName(fact));
            assertThat(notice.path("link").asString()).isEqualTo("/api/points/" + person);
        }
    }

    static Stream<String> pointsExamples() {
        return Stream.of("points-credited.json", "points-reversed.json");
    }

    @Test
    void anAnnouncementIsAsOurExampleSays() {
        String id = town.routed(community, observer);
        Fact announced = town.service()
                .facts("notices")
                .awaitOne("io.twingrid.notice.stored.v1", "community:" + community + ":community-lead");

        GoldenFact.assertWritten(Town.OURS.resolve("notice-stored.json"), announced);
        assertThat(announced.data()).contains(id);
    }

    @Test
    void theAsyncApiNamesEveryFactThatIsHeardAndTold() throws IOException {
        JsonNode api = new YAMLMapper().readTree(Files.readString(Path.of("contract/asyncapi.yaml")));
        Set<String> messages = api.path("components").path("messages").values().stream()
                .map(message -> message.path("name").asString())
                .collect(Collectors.toSet());
        Set<String> ours = Arrays.stream(Occasion.values())
                .map(occasion -> switch (occasion) {
                    case CREDITED, REVERSED -> "io.twingrid.points." + occasion.word() + ".v1";
                    default -> "io.twingrid.report." + occasion.word() + ".v1";
                })
                .collect(Collectors.toSet());
        ours.add("io.twingrid.notice.stored.v1");

        assertThat(messages).isEqualTo(ours);
    }

    private Town.Person person(String who) {
        return switch (who) {
            case LEAD -> Town.lead(community);
            case REPORTER -> Town.observer(observer);
            case "coordinator" -> new Town.Person("coordinator", List.of("street-coordinator"), List.of(street), null);
            case "officer-power" -> new Town.Person(who, List.of("department-officer"), List.of(), "power");
            default -> new Town.Person(who, List.of("grid-worker"), List.of(), null);
        };
    }

    private Fact inOurPlace(Fact fact) {
        return fact.data().contains("\"area\"")
                ? GoldenFact.with(
                        fact,
                        "{\"area\":{\"street\":\"%s\",\"community\":\"%s\",\"grid\":\"g\"}}"
                                .formatted(street, community))
                : fact.data().contains("\"reporter\"")
                        ? GoldenFact.with(fact, "{\"reporter\":{\"id\":\"%s\",\"observer\":true}}".formatted(observer))
                        : fact;
    }

    private static String shortName(Fact fact) {
        return List.of(fact.type().split("\\.", -1)).get(3);
    }
}
