package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Where this service and others meet: what is written is as our own example says, and the contract names all that is heard. */
@ExtendWith(TownExtension.class)
class ContractTest {
    private final Town town;
    private final String community = Town.unique("c");
    private final String observer = Town.unique("observer");

    ContractTest(Town town) {
        this.town = town;
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
        Set<String> ours = Ears.types();
        ours.add("io.twingrid.notice.stored.v1");

        assertThat(messages).isEqualTo(ours);
    }
}
