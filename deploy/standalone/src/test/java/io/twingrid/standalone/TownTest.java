package io.twingrid.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standalone and the demonstration as processes of their own: what the README's two commands run. */
class TownTest {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final Duration LONGEST_PLAY = Duration.ofSeconds(90);
    private static final String REPORT = """
            {"category":"06010","description":"公园后门垃圾堆了好几天","location":{"lat":24.611,"lon":118.004}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Process town;

    @BeforeEach
    void start() throws IOException {
        environment.putAll(FreePorts.environment());
        environment.put("TWINGRID_DATA", data().toString());
        environment.put("TWINGRID_TOWN", "../town");
        environment.put("TWINGRID_SAMPLES", "../samples");
        town = launch("town", "io.twingrid.standalone.Standalone", environment);
        untilReady();
    }

    @AfterEach
    void stop() {
        http.close();
        town.destroyForcibly().onExit().join();
    }

    @Test
    void theCasesComeOutAsTheySayAndTheTownStopsInOrder() throws Exception {
        assertThat(run("demo", "io.twingrid.standalone.demo.Demo", environment, LONGEST_PLAY))
                .describedAs(() -> output("demo"))
                .isZero();
        assertThat(run("second", "io.twingrid.standalone.Standalone", environment, LONGEST_START))
                .isOne();
        assertThat(output("second"))
                .startsWith("Another copy is running on the folder")
                .hasLineCount(1);
        Map<String, String> elsewhere = new HashMap<>(environment);
        elsewhere.put("TWINGRID_DATA", folder.resolve("elsewhere").toString());
        assertThat(run("taken", "io.twingrid.standalone.Standalone", elsewhere, LONGEST_START))
                .isOne();
        assertThat(output("taken")).startsWith("Ports are taken: ").hasLineCount(1);

        town.destroy(); // SIGTERM, as Ctrl-C is SIGINT
        assertThat(town.onExit()).succeedsWithin(LONGEST_STOP);
        assertThat(output("town")).contains("Ready after").endsWith("is in " + data() + ".\n");
        assertThat(Announcement.read(data())).isEmpty();
    }

    @Test
    void whatWasAnsweredOutlivesAKill() throws Exception {
        HttpResponse<String> submitted = http.send(
                HttpRequest.newBuilder(URI.create(gateway() + "/api/reports"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(REPORT))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> errand = send(lead("/api/care-tasks")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(errand())));
        town.destroyForcibly().onExit().join(); // SIGKILL, right after the answer
        assertThat(submitted.statusCode()).isEqualTo(201);
        assertThat(errand.statusCode()).isEqualTo(201);

        town = launch("town-again", "io.twingrid.standalone.Standalone", environment);
        untilReady();
        String report = submitted.headers().firstValue("Location").orElseThrow();
        await().atMost(LONGEST_STOP)
                .untilAsserted(() -> assertThat(get(report)).contains("\"status\":\"routed\"", "tieshan"));
        String task = errand.headers().firstValue("Location").orElseThrow();
        assertThat(send(lead(task)).body()).as("the key is there, too").contains("铁山路 12 号 301 室");
    }

    private static String errand() {
        return """
                {"kind":"MEDICINE","what":"取药送药","grid":"tieshan-01","address":"铁山路 12 号 301 室","dueBy":"%s"}
                """.formatted(Instant.now().plus(Duration.ofHours(5)));
    }

    /** Asks escalation-service as the lead of 铁山社区. */
    private HttpRequest.Builder lead(String path) throws IOException, InterruptedException {
        String account = Base64.getEncoder().encodeToString("lead-tieshan:demo".getBytes(UTF_8));
        String token = send(HttpRequest.newBuilder(local("OIDC_PORT", "/oauth2/token"))
                        .header("Authorization", "Basic " + account)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")))
                .body()
                .replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        return HttpRequest.newBuilder(local("ESCALATION_SERVICE_PORT", path))
                .header("Authorization", "Bearer " + token);
    }

    private URI local(String port, String path) {
        return URI.create("http://localhost:" + environment.get(port) + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void untilReady() {
        await().atMost(LONGEST_START)
                .failFast(() -> {
                    assertThat(town.isAlive()).describedAs(() -> output("town")).isTrue();
                })
                .until(() -> Announcement.read(data())
                        .filter(said -> said.pid() == town.pid())
                        .isPresent());
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(gateway() + path)).build(), BodyHandlers.ofString())
                .body();
    }

    private String gateway() {
        return Announcement.read(data()).orElseThrow().gateway();
    }

    private Path data() {
        return folder.resolve("data").toAbsolutePath();
    }

    private int run(String name, String main, Map<String, String> with, Duration longest) throws IOException {
        Process process = launch(name, main, with);
        assertThat(process.onExit()).describedAs(() -> output(name)).succeedsWithin(longest);
        return process.exitValue();
    }

    private Process launch(String name, String main, Map<String, String> with) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        main)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".out").toFile());
        process.environment().putAll(with);
        return process.start();
    }

    /** What we run on, without the tests themselves: their logging is not the town's. */
    private static String classPath() {
        // Surefire's own class path is one jar that names the others; this property holds them.
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String output(String name) {
        try {
            return Files.readString(folder.resolve(name + ".out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
