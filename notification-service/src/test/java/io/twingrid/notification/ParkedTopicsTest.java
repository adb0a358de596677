package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** Several towns may share a cluster: an administrator is told of his own town's records only. */
class ParkedTopicsTest {
    @ParameterizedTest(name = "with the prefix \"{0}\", {1} is ours: {2}")
    @CsvSource({
        "'', report-events.triage-service.parked, true",
        "'', points-events.notification-service.parked, true",
        "'', report-events, false",
        "'', north-report-events.triage-service.parked, false",
        "'', north.report-events.triage-service.parked, false",
        "north-, north-care-events.points-service.parked, true",
        "north-, care-events.points-service.parked, false",
        "north-, far-north-care-events.points-service.parked, false",
        "north., north.report-events.report-intake.parked, true",
        "north., north-report-events.report-intake.parked, false"
    })
    void onlyParkedTopicsOfOurTownAreListenedTo(String prefix, String topic, boolean isOurs) throws IOException {
        MockEnvironment environment = new MockEnvironment().withProperty("TOPIC_PREFIX", prefix);
        new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("notification-service.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        String pattern = environment.getProperty("spring.cloud.stream.bindings.parked-in-0.destination");

        assertThat(Pattern.matches(Objects.requireNonNull(pattern), topic)).isEqualTo(isOurs);
    }
}
