package io.twingrid.points.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.points.domain.ObserverFact.Appointed;
import io.twingrid.points.domain.ObserverFact.Moved;
import io.twingrid.points.domain.ObserverFact.Revoked;
import io.twingrid.points.domain.ObserverFact.Suspended;
import io.twingrid.points.domain.PointsFact;
import io.twingrid.points.domain.PointsFact.Adjusted;
import io.twingrid.points.domain.PointsFact.Expired;
import io.twingrid.points.domain.PointsFact.Expiring;
import io.twingrid.points.domain.PointsFact.Redeemed;
import io.twingrid.points.domain.PointsFact.Refunded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fact is written as its example says; the two that come of reports are proved from topic to topic. */
class GoldenPointsFactsTest {
    private static final Path EXAMPLES = Path.of("contract/examples");
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    static Stream<PointsFact> facts() {
        return Stream.of(
                new Adjusted("observer-1", NOON, 9, 20, 105, "adjusted:a-1", "防汛期间上门协助"),
                new Expired("observer-1", NOON, 10, -5, 100, "expired:2026-12-01"),
                new Expiring("observer-1", NOON, 5, "2026-12-01"),
                new Redeemed("observer-1", NOON, 12, -30, 70, "redeemed:x", "safe-travel-kit"),
                new Refunded("observer-1", NOON, 13, 30, 100, "cancelled:x", "safe-travel-kit"),
                new Appointed("observer-1", NOON, "points", "2026-7K3M9QXA", "圆通速递", "courier", List.of("tieshan-01")),
                new Suspended("observer-1", NOON, "points", "连续上报不实信息"),
                new Revoked("observer-1", NOON, "points", "本人申请退出"),
                new Moved("observer-1", NOON, List.of("tieshan-03")));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFactIsWrittenAsItsExampleSays(PointsFact fact) {
        String type = FactTypes.typeOf(fact);
        String name = type.replaceAll("io\\.twingrid\\.points\\.(.*)\\.v1", "$1");
        Path example = EXAMPLES.resolve("points-" + name + ".json");

        assertThat(Files.exists(example)).as(example.toString()).isTrue();
        GoldenFact.assertWritten(
                example,
                new Fact("id", type, "/points-service", fact.observerId(), fact.at(), null, FactJson.write(fact)));
    }
}
