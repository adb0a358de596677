package io.twingrid.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** That the contract's words and its examples say the same. */
class ContractTest {
    private static final JsonNode CONTRACT =
            new YAMLMapper().readTree(Path.of("contract/asyncapi.yaml").toFile());
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> everyFactThatWeStateHasAnExampleWithTheFieldsOfTheContract() {
        return messages("stateFacts")
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertDescribes(name, TriageTown.OURS.resolve("report-" + name + ".json"))));
    }

    @Test
    void everyFactThatWeReadIsOneThatItsWriterStates() {
        assertDescribes("submitted", TriageTown.INTAKES.resolve("report-submitted.json"));
        assertDescribes("feedback-given", TriageTown.INTAKES.resolve("report-feedback-given.json"));
        assertDescribes("supported", TriageTown.INTAKES.resolve("report-supported.json"));
        assertDescribes("dispatched", TriageTown.STREETS.resolve("report-dispatched.json"));
        assertDescribes("returned", TriageTown.STREETS.resolve("report-returned.json"));
        assertDescribes("resolved-by-street", TriageTown.STREETS.resolve("report-resolved.json"));
        assertThat(messages("hearFacts"))
                .containsExactly(
                        "submitted",
                        "feedback-given",
                        "dispatched",
                        "returned",
                        "resolved-by-street",
                        "supported",
                        "merged",
                        "unmerged");
    }

    @Test
    void thereIsNoExampleThatTheContractDoesNotKnow() throws IOException {
        try (Stream<Path> examples = Files.list(TriageTown.OURS)) {
            assertThat(examples.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(messages("stateFacts")
                            .map(name -> "report-" + name + ".json")
                            .toList());
        }
    }

    private static void assertDescribes(String message, Path example) {
        Fact fact = GoldenFact.read(example);
        JsonNode described = CONTRACT.at("/components/messages/" + message);
        assertThat(described.path("name").asString()).isEqualTo(fact.type());
        List<String> required = described.at("/payload/required").values().stream()
                .map(JsonNode::asString)
                .toList();
        JsonNode data = JSON.readTree(fact.data());
        assertThat(data.propertyNames()).as("required of %s", message).containsAll(required);
        assertThat(described.at("/payload/properties").propertyNames()).containsAll(required);
        if (fact.source().equals("/triage-service")) {
            assertThat(described.at("/payload/properties").propertyNames())
                    .as("fields of %s", message)
                    .containsAll(data.propertyNames());
        }
    }

    private static Stream<String> messages(String operation) {
        return CONTRACT.at("/operations/" + operation + "/messages").values().stream()
                .map(reference -> reference.required("$ref").asString())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1));
    }
}
