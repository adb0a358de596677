package io.twingrid.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.TestIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is shipped, the facts that others tell it, and the people who are told. Each test has a community of its own. */
final class Town implements AutoCloseable {
    static final Path OURS = Path.of("contract/examples");
    static final Path INTAKE = Path.of("../report-intake/contract/examples");
    static final Path TRIAGE = Path.of("../triage-service/contract/examples");
    static final Path ESCALATION = Path.of("../escalation-service/contract/examples");
    static final Path POINTS = Path.of("../points-service/contract/examples");
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningService service;

    Town(RunningService service) {
        this.service = service;
    }

    static Town start(String... properties) {
        return new Town(RunningService.start(NotificationService.application(), kept(properties)));
    }

    /** An instance on the topics and the store of another, or the same after a restart. */
    static Town startIn(String space, String... properties) {
        return new Town(RunningService.startIn(space, NotificationService.application(), kept(properties)));
    }

    /** The writers' examples have a date of their own, which the tests will outlive. */
    private static String[] kept(String... properties) {
        return Stream.concat(Stream.of("NOTICE_KEPT=10000d"), Stream.of(properties))
                .toArray(String[]::new);
    }

    RunningService service() {
        return service;
    }

    FactTopic reports() {
        return service.facts("report-events");
    }

    /** A person as his token names him. */
    record Person(
            String id,
            List<String> roles,
            List<String> areas,
            @Nullable String department) {
        String token() {
            return TestIssuer.trusted().token(id, roles, areas, department);
        }
    }

    static Person lead(String community) {
        return new Person("lead-" + community, List.of("community-lead"), List.of(community), null);
    }

    static Person gridWorker(String community) {
        return new Person("grid-" + community, List.of("grid-worker"), List.of(community), null);
    }

    static Person observer(String id) {
        return new Person(id, List.of("observer"), List.of(), null);
    }

    /** A token that ends soon. */
    static String tokenForSeconds(Person person, int seconds) {
        return TestIssuer.trusted()
                .sign(TestIssuer.trusted()
                        .claims(person.id(), person.roles(), person.areas(), person.department())
                        .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                        .build());
    }

    WebTestClient as(Person person) {
        return service.withToken(person.token());
    }

    LiveReader live(Person person) {
        return LiveReader.connect(service.baseUrl(), person.token(), null);
    }

    LiveReader live(Person person, @Nullable String lastEventId) {
        return LiveReader.connect(service.baseUrl(), person.token(), lastEventId);
    }

    static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A writer's example of a fact, about another report. */
    static Fact example(Path writer, String name, String reportId) {
        return GoldenFact.about(GoldenFact.read(writer.resolve(name + ".json")), "reportId", reportId);
    }

    /** A report comes in and is routed to a community; answers its id. */
    String routed(String community, String reporter) {
        String id = UUID.randomUUID().toString();
        submit(id, reporter);
        reports().send(routing(id, community));
        return id;
    }

    void submit(String id, String reporter) {
        reports()
                .send(GoldenFact.with(
                        example(INTAKE, "report-submitted", id),
                        "{\"reporter\":{\"id\":\"%s\",\"observer\":true}}".formatted(reporter)));
    }

    static Fact routing(String id, String community) {
        return GoldenFact.with(
                example(TRIAGE, "report-routed", id),
                "{\"area\":{\"street\":\"guankou\",\"community\":\"%s\",\"grid\":\"%s-01\"}}"
                        .formatted(community, community));
    }

    /** The person's newest hundred notices. */
    List<JsonNode> inbox(Person person) {
        return List.copyOf(json(as(person)
                        .get()
                        .uri("/api/notices?limit=100")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .values());
    }

    List<String> typesInInbox(Person person) {
        return inbox(person).stream()
                .map(notice -> notice.path("type").asString())
                .toList();
    }

    List<JsonNode> awaitInbox(Person person, int count) {
        return Awaitility.await(count + " notices for " + person.id())
                .atMost(PATIENCE)
                .until(() -> inbox(person), notices -> notices.size() >= count);
    }

    static JsonNode json(ResponseSpec answer) {
        byte[] body =
                Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody(), "the answer has no body");
        return JSON.readTree(new String(body, UTF_8));
    }

    @Override
    public void close() {
        service.close();
    }
}
