package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description and the examples say the same. */
class AsyncApiTest {
    private static final Path CONTRACT = Path.of("contract");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credited",
                "reversed",
                "adjusted",
                "expired",
                "expiring",
                "redeemed",
                "refunded",
                "appointed",
                "suspended",
                "revoked",
                "moved",
                "attended"
            })
    void eachExampleHasTheFieldsThatTheDescriptionNames(String name) throws IOException {
        JsonNode message = new YAMLMapper()
                .readTree(Files.readString(CONTRACT.resolve("asyncapi.yaml")))
                .at("/components/messages/" + name);
        Fact example = GoldenFact.read(CONTRACT.resolve("examples/points-" + name + ".json"));
        Set<String> fields =
                Set.copyOf(new JsonMapper().readTree(example.data()).propertyNames());

        assertThat(message.path("name").asString()).isEqualTo(example.type());
        assertThat(Set.copyOf(message.at("/payload/properties").propertyNames()))
                .as("described: one example shows every field")
                .isEqualTo(fields);
        assertThat(fields)
                .containsAll(message.at("/payload/required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet()));
    }
}
