package io.twingrid.chassis.testkit.things;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.twingrid.chassis.change.RelaySettings;
import io.twingrid.chassis.change.SweepSettings;
import io.twingrid.chassis.edge.EdgeSettings;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(10);

    static Stream<Arguments> bad() {
        return Stream.of(
                row("chassis.edge.lanes", () -> edge(0, LATER, SOON, LATER, 3)),
                row("chassis.edge.work-within", () -> edge(16, Duration.ZERO, SOON, LATER, 3)),
                row("chassis.edge.work-within", () -> edge(16, Duration.ofMinutes(5), SOON, LATER, 3)),
                row("chassis.edge.first-retry", () -> edge(16, LATER, Duration.ofMillis(-1), LATER, 3)),
                row("chassis.edge.first-retry", () -> edge(16, LATER, LATER, SOON, 3)),
                row("chassis.edge.slowest-retry", () -> edge(16, LATER, SOON, Duration.ofMinutes(6), 3)),
                row("chassis.edge.tries-before-parking", () -> edge(16, LATER, SOON, LATER, 0)),
                row("chassis.relay.sweep-every", () -> relay(Duration.ZERO, LATER, LATER, 1)),
                row("chassis.relay.sweep-after", () -> relay(SOON, Duration.ZERO, LATER, 1)),
                row("chassis.relay.refused-again", () -> relay(SOON, LATER, Duration.ZERO, 1)),
                row("chassis.relay.most-in-flight", () -> relay(SOON, LATER, LATER, 0)),
                row("chassis.sweep.every", () -> new SweepSettings(Duration.ZERO).every()));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadSettingIsNamed(String name, ThrowingCallable settings) {
        assertThatIllegalArgumentException().isThrownBy(settings).withMessageContaining(name);
    }

    private static Arguments row(String name, ThrowingCallable settings) {
        return Arguments.of(name, settings);
    }

    private static void edge(int lanes, Duration work, Duration first, Duration slowest, int tries) {
        new EdgeSettings(lanes, work, first, slowest, tries).lanes();
    }

    private static void relay(Duration every, Duration after, Duration again, int most) {
        new RelaySettings(every, after, again, most).mostInFlight();
    }
}
