package io.twingrid.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

/** The door between a caller and backends that say who they are and what they heard. */
class GatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Sinks.Many<String> events = Sinks.many().unicast().onBackpressureBuffer();
    private static final List<DisposableServer> backends = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set once before all tests
    private static ConfigurableApplicationContext gateway;

    @SuppressWarnings("NullAway.Init") // set once before all tests
    private static WebTestClient client;

    @BeforeAll
    static void open() throws IOException {
        gateway = Gateway.application()
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--REPORT_INTAKE_URL=" + backend("report-intake"),
                        "--TRIAGE_SERVICE_URL=" + backend("triage-service"),
                        "--ESCALATION_SERVICE_URL=" + backend("escalation-service"),
                        "--POINTS_SERVICE_URL=http://127.0.0.1:" + closedPort(),
                        "--NOTIFICATION_SERVICE_URL=" + backend("notification-service"),
                        "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=300ms");
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(PATIENCE)
                .build();
    }

    @AfterAll
    static void close() {
        gateway.close();
        backends.forEach(DisposableServer::disposeNow);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/reports, report-intake",
        "/api/reports.geojson, report-intake",
        "/api/reports/1/support, report-intake",
        "/api/followed-reports/1, report-intake",
        "/api/report-clients, report-intake",
        "/api/photos/1, report-intake",
        "/api/categories, report-intake",
        "/api/statistics, report-intake",
        "/open311/v2/services.json, report-intake",
        "/api/audit/report-intake, report-intake",
        "/api/audit/triage-service, triage-service",
        "/api/cases, triage-service",
        "/api/cases/1/verify, triage-service",
        "/api/areas, triage-service",
        "/api/escalations/1/dispatch, escalation-service",
        "/api/departments, escalation-service",
        "/api/care-tasks/1, escalation-service",
        "/api/notices, notification-service",
        "/api/notices/1/read, notification-service",
        "/api/push-subscriptions, notification-service",
        "/api/webhooks, notification-service",
        "/api/deliveries, notification-service"
    })
    void aPathGoesToTheServiceThatOwnsIt(String path, String owner) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Backend", owner)
                .expectHeader()
                .valueEquals("X-Heard-Path", path);
    }

    @Test
    void theCallersTokenAndBodyArriveUnchanged() {
        client.post()
                .uri("/api/reports")
                .header("Authorization", "Bearer abc")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"a\":1}")
                .exchange()
                .expectHeader()
                .valueEquals("X-Heard-Authorization", "Bearer abc")
                .expectBody(String.class)
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void aRequestIdIsGivenAndPassedOn() {
        var headers = client.get()
                .uri("/api/reports")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders();
        assertThat(headers.getFirst("X-Request-Id")).hasSize(36).isEqualTo(headers.getFirst("X-Heard-Request-Id"));
    }

    @Test
    void anIdThatTheCallerBringsIsKeptWhenItIsSafeToLog() {
        client.get()
                .uri("/api/reports")
                .header("X-Request-Id", "courier-app-17")
                .exchange()
                .expectHeader()
                .valueEquals("X-Heard-Request-Id", "courier-app-17")
                .expectHeader()
                .valueEquals("X-Request-Id", "courier-app-17");
        client.get()
                .uri("/api/reports")
                .header("X-Request-Id", "no spaces, please")
                .exchange()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).hasSize(36));
    }

    @Test
    void anEventPassesWhileTheStreamIsStillOpen() {
        say("one"); // before the client looks: the headers travel with the first event
        var stream = client.get()
                .uri("/api/notices/stream")
                .exchange()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                .returnResult(String.class)
                .getResponseBody();
        StepVerifier.create(stream)
                .expectNext("one")
                .then(() -> say("two"))
                .expectNext("two")
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void aServiceThatIsAwayIsA503ThatSaysWhenToComeBack() {
        client.get()
                .uri("/api/points/observer-1")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectHeader()
                .exists("X-Request-Id")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(ProblemDetail.class)
                .value(problem -> {
                    assertThat(problem.getType()).hasToString("https://twingrid.io/problems/try-again");
                    assertThat(problem.getDetail()).startsWith("points-service is away");
                });
    }

    @Test
    void whereACallerComesFromIsWhatTheConnectionSays() {
        client.get()
                .uri("/api/reports")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.7")
                .exchange()
                .expectHeader()
                .valueEquals("X-Heard-From", "127.0.0.1")
                .expectHeader()
                .valueEquals("X-Heard-Forwarded", "null");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedHere() {
        client.post()
                .uri("/api/reports")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(" ".repeat(1 << 21))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        client.post()
                .uri("/api/photos")
                .contentType(MediaType.IMAGE_JPEG)
                .bodyValue(new byte[1 << 21])
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void ofACommandThatWasOnItsWayNobodySaysThatNothingHappened() {
        client.post()
                .uri("/api/cases/broken")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectBody(ProblemDetail.class)
                .value(problem -> assertThat(problem.getDetail()).contains("It may have been done or not"));
    }

    @Test
    void aServiceThatDoesNotAnswerIsA504() {
        client.get()
                .uri("/api/cases/never")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.GATEWAY_TIMEOUT)
                .expectBody(ProblemDetail.class)
                .value(problem ->
                        assertThat(problem.getDetail()).isEqualTo("triage-service did not answer in time. Ask again."));
    }

    @Test
    void aPathThatNobodyOwnsIsA404() {
        client.get()
                .uri("/api/nothing")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(ProblemDetail.class)
                .value(problem -> assertThat(problem.getType()).hasToString("https://twingrid.io/problems/not-found"));
    }

    @Test
    void healthIsTheDoorsOwnAndItsFiguresAreNotForThePublic() {
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        client.get().uri("/actuator/prometheus").exchange().expectStatus().isForbidden();
    }

    private static void say(String event) {
        events.emitNext("data: " + event + "\n\n", Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private static String backend(String name) {
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/api/notices/stream", (request, response) -> response.sse()
                                .sendString(events.asFlux(), UTF_8)
                                .neverComplete())
                        .post("/api/cases/broken", (request, response) -> request.receive()
                                .then(Mono.<Void>fromRunnable(
                                        () -> response.withConnection(connection -> connection.dispose()))))
                        .get("/api/cases/never", (request, response) -> Mono.never())
                        .route(any -> true, (request, response) -> response.header("X-Backend", name)
                                .header("X-Heard-Path", request.uri())
                                .header(
                                        "X-Heard-From",
                                        String.valueOf(request.requestHeaders().get("X-Forwarded-For")))
                                .header(
                                        "X-Heard-Forwarded",
                                        String.valueOf(request.requestHeaders().get("Forwarded")))
                                .header(
                                        "X-Heard-Request-Id",
                                        String.valueOf(request.requestHeaders().get("X-Request-Id")))
                                .header(
                                        "X-Heard-Authorization",
                                        String.valueOf(request.requestHeaders().get("Authorization")))
                                .send(request.receive().retain())))
                .bindNow();
        backends.add(server);
        return "http://127.0.0.1:" + server.port();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
