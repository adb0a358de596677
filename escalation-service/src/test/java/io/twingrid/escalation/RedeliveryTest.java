package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every fact that is read, delivered twice, changes nothing the second time; not even when much happened in between. */
@ExtendWith(CentreExtension.class)
class RedeliveryTest {
    private static final String DISPATCHED = "io.twingrid.report.dispatched.v1";
    private static final String RESOLVED = "io.twingrid.report.resolved.v1";

    private final Centre centre;

    RedeliveryTest(Centre centre) {
        this.centre = centre;
    }

    @Test
    void aRedeliveredEscalationOpensNoSecondCase() {
        String id = UUID.randomUUID().toString();

        centre.facts().sendTwice(centre.fromTriage("report-escalated", id));
        centre.awaitAllOf(id);

        JsonNode theCase = centre.read(centre.admin(), id);
        assertThat(theCase.path("version").asLong()).isEqualTo(1);
        assertThat(theCase.path("history").size()).isEqualTo(1);
    }

    @Test
    void anEscalationRedeliveredAfterTheReturnDoesNotBringTheCaseBack() {
        String id = centre.escalated();
        JsonNode returned = centre.done(centre.coordinator(), id, "return", "{\"reason\":\"社区可自行解决\"}");

        centre.facts().sendTwice(centre.fromTriage("report-escalated", id));
        centre.awaitAllOf(id);

        assertThat(centre.read(centre.coordinator(), id)).isEqualTo(returned);
    }

    /** What the store knows is older than the topic only if the store was lost; making up for that needs a closed door. */
    @Test
    void aFactOfOursNeverChangesACaseWhileTheDoorIsOpen() {
        String id = centre.escalated();
        JsonNode before = centre.read(centre.admin(), id);

        centre.facts()
                .sendTwice(
                        GoldenFact.about(GoldenFact.read(Centre.OURS.resolve("report-returned.json")), "reportId", id));
        centre.awaitAllOf(id);

        assertThat(centre.read(centre.admin(), id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reopened", "rework-requested"})
    void whatComesBackTwiceComesBackOnce(String name) {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"power\"}");
        centre.done(centre.officer("power"), id, "resolve", "{\"note\":\"已修复\"}");
        Fact back = centre.comeBack(name, id);

        centre.facts().sendTwice(back);
        centre.awaitState(id, "dispatched");
        JsonNode resolved = centre.done(centre.officer("power"), id, "resolve", "{\"note\":\"再次修复\"}");
        centre.facts().sendTwice(back);
        centre.awaitAllOf(id);

        assertThat(centre.read(centre.officer("power"), id)).isEqualTo(resolved);
        assertThat(centre.told(id, 4))
                .extracting(Fact::type)
                .containsExactly(DISPATCHED, RESOLVED, DISPATCHED, RESOLVED);
    }
}
