package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An address with a mark that is found again wherever it leaks to. */
@ExtendWith(CentreExtension.class)
class CareSecrecyTest {
    private static final List<String> TALKATIVE =
            List.of("io.twingrid", "org.springframework.web", "org.springframework.http", "org.mongodb.driver");

    private final Centre centre;
    private final WebTestClient lead;
    private final String mark = "mark-" + UUID.randomUUID();
    private final Overheard overheard = new Overheard();

    CareSecrecyTest(Centre centre) {
        this.centre = centre;
        this.lead = centre.lead("tieshan");
    }

    @BeforeEach
    void listen() {
        overheard.start();
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(overheard);
        TALKATIVE.forEach(name -> logger(name).setLevel(Level.DEBUG));
    }

    @AfterEach
    void stopListening() {
        TALKATIVE.forEach(name -> logger(name).setLevel(null));
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(overheard);
    }

    @Test
    void aPlantedAddressIsInNoFactNoLogAndNoMetric() {
        String dueBy = Instant.now().plus(Duration.ofMinutes(10)).toString();
        String good = "{\"kind\":\"MEAL\",\"what\":\"送餐\",\"grid\":\"tieshan-01\",\"address\":\"" + mark
                + "\",\"dueBy\":\"" + dueBy + "\"}";
        JsonNode made = make(good);
        String id = made.path("id").asString();
        assertThat(made.path("address").asString()).isEqualTo(mark);
        centre.service().facts("care-events").awaitOne("io.twingrid.care.unclaimed.v1", id);
        for (String verb : List.of("claim", "pick-up", "deliver")) {
            ask(centre.observer(1), id, verb);
        }
        ask(lead, id, "confirm");
        make(good.replace("MEAL", "FEAST"));
        make(good.replace("\"dueBy\"", "\"due"));
        make(good.replace("tieshan-01", "moon-01"));
        FactTopic facts = centre.service().facts("care-events");
        facts.awaitOne("io.twingrid.care.confirmed.v1", id);

        assertThat(overheard.lines).as("something was logged").isNotEmpty();
        assertThat(overheard.lines).noneMatch(line -> line.contains(mark));
        assertThat(facts.all()).extracting(Fact::data).noneMatch(data -> data.contains(mark));
        assertThat(centre.facts().all()).extracting(Fact::data).noneMatch(data -> data.contains(mark));
        assertThat(metrics()).contains("care_moves_total").doesNotContain(mark);
    }

    /** By a client that logs nothing itself. */
    private JsonNode make(String body) {
        String token = TestIssuer.trusted().token("lead-tieshan", List.of("community-lead"), List.of("tieshan"), null);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new JsonMapper()
                    .readTree(http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(centre.service().baseUrl() + "/api/care-tasks"))
                                            .header("Authorization", "Bearer " + token)
                                            .header("Content-Type", "application/json")
                                            .POST(BodyPublishers.ofString(body))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    private static void ask(WebTestClient who, String id, String verb) {
        who.post()
                .uri("/api/care-tasks/{id}/{verb}", id, verb)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String metrics() {
        return Objects.requireNonNull(centre.service()
                .client()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** Remembers every line, with the stack of what was thrown */
    private static final class Overheard extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }
}
