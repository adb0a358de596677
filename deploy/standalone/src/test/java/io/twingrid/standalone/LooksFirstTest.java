package io.twingrid.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen before anything is started: settings, folder, ports. */
class LooksFirstTest {

    private static final String TOWN = "../town";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void everythingHasADefault() {
        StandaloneSettings settings = settings(Map.of());
        assertThat(settings.data()).hasToString("data");
        assertThat(settings.url(Part.GATEWAY)).isEqualTo("http://localhost:8080");
        assertThat(settings.issuer()).isEqualTo("http://localhost:9000");
        assertThat(settings.brokers()).isEqualTo("127.0.0.1:9092");
        assertThat(settings.mongo()).isEqualTo("mongodb://127.0.0.1:27017");
    }

    @Test
    void eachPortIsMovedByOneVariable() {
        Map<String, String> moved = new HashMap<>();
        for (Part part : Part.values()) {
            moved.put(part.variable(), String.valueOf(part.usualPort() + 1000));
        }
        StandaloneSettings settings = settings(moved);
        for (Part part : Part.values()) {
            assertThat(settings.port(part)).isEqualTo(part.usualPort() + 1000);
        }
    }

    @Test
    void whatComesFromOutsideIsNotStarted() {
        StandaloneSettings settings = settings(Map.of(
                "KAFKA_BROKERS", "kafka:9092", "MONGODB_URI", "mongodb://db", "OIDC_ISSUER", "https://login.example"));
        assertThat(settings.isOutside(Part.BROKER)).isTrue();
        assertThat(settings.isOutside(Part.STORE)).isTrue();
        assertThat(settings.isOutside(Part.OIDC)).isTrue();
        assertThat(settings.isOutside(Part.TRIAGE)).isFalse();
        assertThat(settings.brokers()).isEqualTo("kafka:9092");
        assertThat(settings.issuer()).isEqualTo("https://login.example");
    }

    @Test
    void aPortThatIsNoPortIsNamed() {
        assertRefused(Map.of("GATEWAY_PORT", "eighty"), "GATEWAY_PORT is 'eighty'");
        assertRefused(Map.of("OIDC_PORT", "0"), "OIDC_PORT is '0'");
        assertRefused(Map.of("KAFKA_PORT", "70000"), "KAFKA_PORT is '70000'");
    }

    @Test
    void twoPartsOnOnePortAreNamed() {
        assertThatThrownBy(() -> settings(Map.of("GATEWAY_PORT", "9000")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("GATEWAY_PORT")
                .hasMessageContaining("OIDC_PORT");
    }

    @Test
    void aFolderWithoutATownIsRefused() {
        assertRefused(Map.of("TWINGRID_TOWN", folder.toString()), "There is no catalogue.yaml in " + folder);
    }

    @Test
    void aTakenPortIsNamedWithTheVariableThatMovesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StandaloneSettings settings = settings(Map.of("TRIAGE_SERVICE_PORT", String.valueOf(other.getLocalPort())));
            assertThatThrownBy(() -> Loopback.requireFree(settings))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(
                            "%d (triage-service, moved by TRIAGE_SERVICE_PORT)".formatted(other.getLocalPort()));
        }
    }

    @Test
    void aPortOfAPartFromOutsideMayBeTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = FreePorts.environment();
            environment.put("KAFKA_PORT", String.valueOf(other.getLocalPort()));
            environment.put("KAFKA_BROKERS", "kafka:9092");
            Loopback.requireFree(settings(environment));
        }
    }

    @Test
    void aSecondCopyOnOneFolderIsRefusedUntilTheFirstIsGone() throws IOException {
        try (DataFolder first = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Another copy is running on the folder " + first.path());
        }
        DataFolder.take(folder).close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("The folder " + file.resolve("data") + " cannot be written")
                .hasMessageContaining("TWINGRID_DATA");
    }

    private static void assertRefused(Map<String, String> environment, String sentence) {
        assertThatThrownBy(() -> settings(environment))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(sentence);
    }

    private static StandaloneSettings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("TWINGRID_TOWN", TOWN);
        return StandaloneSettings.from(all);
    }
}
