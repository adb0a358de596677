package io.twingrid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.Backends;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.TestIssuer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An instance of its own JVM is killed (SIGKILL) in the middle of its work: whatever it has answered is on the topic. */
class KilledUnderLoadTest {
    private static final String SUBMITTED = "io.twingrid.report.submitted.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 16;
    private static final int ANSWERED_BEFORE_THE_KILL = 300;

    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whatWasAnsweredBeforeAKillIsOnTheTopic(@TempDir Path folder) throws IOException, InterruptedException {
        String space = "k" + UUID.randomUUID().toString().substring(0, 8);
        int port = freePort();
        Process intake = start(space, port, folder);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
                HttpClient http = HttpClient.newHttpClient()) {
            URI reports = URI.create("http://127.0.0.1:" + port + "/api/reports");
            Awaitility.await("the other JVM").atMost(PATIENCE).until(() -> isUp(http, port));
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> submitUntilItIsOver(http, reports));
            }
            Awaitility.await("load").atMost(PATIENCE).until(() -> answered.size() >= ANSWERED_BEFORE_THE_KILL);
            intake.destroyForcibly().waitFor();
            over.set(true);
        } finally {
            over.set(true);
            intake.destroyForcibly();
        }

        try (RunningService restarted = RunningService.startIn(space, ReportIntake.application())) {
            Awaitility.await("all " + answered.size() + " answered reports")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(published(restarted)).containsAll(answered));
        }
    }

    private static Set<String> published(RunningService service) {
        return service.facts("report-events").all().stream()
                .filter(fact -> fact.type().equals(SUBMITTED))
                .map(Fact::subject)
                .collect(Collectors.toSet());
    }

    private void submitUntilItIsOver(HttpClient http, URI reports) {
        while (!over.get()) {
            try {
                HttpRequest request = HttpRequest.newBuilder(reports)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(5))
                        .POST(HttpRequest.BodyPublishers.ofString(Intake.JSON.writeValueAsString(Intake.body("dark"))))
                        .build();
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    JsonNode receipt = Intake.JSON.readTree(answer.body());
                    answered.add(receipt.required("id").asString());
                }
            } catch (IOException killed) {
                return; // what was under way when the instance died was not answered
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isUp(HttpClient http, int port) throws IOException, InterruptedException {
        try {
            URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
            return http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static Process start(String space, int port, Path folder) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReportIntake.class.getName(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--KAFKA_BROKERS=" + Backends.kafkaBrokers(),
                "--MONGODB_URI=" + Backends.mongoUri(),
                "--OIDC_ISSUER=" + TestIssuer.trusted().uri(),
                "--TWINGRID_TOWN=../deploy/town",
                "--TOPIC_PREFIX=" + space + ".",
                "--TOPIC_PARTITIONS=3",
                // A killed member stays in its group until its session ends; the other tests' group must not wait for
                // it.
                "--spring.cloud.stream.bindings.reportEvents-in-0.group=killed",
                "--chassis.database=" + space + "-report-intake");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("intake.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
