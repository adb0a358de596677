package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.ViewChange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** GeoReport v2 at its edges: more than fits, a caller with a wrong token, a failure of our own. */
class Open311BoundsTest {
    private static final String BASE = "/open311/v2/";
    private static final int MOST = 1000;

    @Nullable
    static Intake intake;

    @BeforeAll
    static void start() {
        intake = Intake.start();
    }

    @AfterAll
    static void stop() {
        intake().close();
    }

    @Test
    void ofMoreThanAThousandTheNewestThousandAreAnsweredAndPagesReachTheRest() {
        Instant newest = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
        List<ViewChange> opened = IntStream.rangeClosed(0, MOST)
                .mapToObj(i -> opened(newest.minusSeconds(i)))
                .toList();
        intake().service().bean(ReportViews.class).apply(opened).block(Duration.ofSeconds(20));

        JsonNode first = Intake.JSON.readTree(text("requests.json?service_code=06010"));
        assertThat(first.size()).isEqualTo(MOST);
        assertThat(first.get(0).required("service_request_id").asString())
                .isEqualTo(opened.getFirst().reportId());
        JsonNode rest = Intake.JSON.readTree(text("requests.json?service_code=06010&page=2"));
        assertThat(rest.values())
                .extracting(request -> request.required("service_request_id").asString())
                .containsExactly(opened.getLast().reportId());
    }

    @Test
    void aFailureOfOurOwnIsInTheFormatThatWasAskedFor() {
        String id = intake().idOfSubmitted(intake().observer("observer-1"), body("dark"));
        // A document that no version of this program has written.
        Mono.from(intake().service()
                        .bean(MongoDatabase.class)
                        .getCollection("reports")
                        .updateOne(Filters.eq("_id", id), Updates.set("status", "nonsense")))
                .block(Duration.ofSeconds(5));

        assertThat(failing("requests/" + id + ".xml", "text/xml;charset=UTF-8"))
                .contains("<errors><error><code>500</code><description>");
        assertThat(Intake.JSON
                        .readTree(failing("requests/" + id + ".json", "application/json;charset=UTF-8"))
                        .get(0)
                        .required("code")
                        .asInt())
                .isEqualTo(500);
        Mono.from(intake().service()
                        .bean(MongoDatabase.class)
                        .getCollection("reports")
                        .deleteOne(Filters.eq("_id", id)))
                .block(Duration.ofSeconds(5));
    }

    @Test
    void aBearerTokenMeansNothingHereNotEvenAWrongOne() {
        WebTestClient wrong = intake().service().withToken("not-a-token");
        for (String format : List.of("xml", "json")) {
            wrong.get()
                    .uri(BASE + "services." + format)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentTypeCompatibleWith(format.equals("xml") ? "text/xml" : "application/json");
            wrong.get()
                    .uri(BASE + "nothing." + format)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        wrong.get().uri("/api/reports").exchange().expectStatus().isUnauthorized();
    }

    private static ViewChange opened(Instant at) {
        String id = UUID.randomUUID().toString();
        Report report = new Report(
                id,
                "20261122-" + id.substring(0, 8),
                at,
                null,
                "06010",
                "rubbish",
                new Location(24.611, 118.004),
                null,
                List.of(),
                false,
                Map.of(),
                "api",
                null,
                List.of());
        return new ViewChange.Opened(report, "report-intake:" + id + ":submitted");
    }

    private static String text(String path) {
        return new String(
                Objects.requireNonNull(intake().anybody()
                        .mutate()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                        .build()
                        .get()
                        .uri(BASE + path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    private static String failing(String path, String type) {
        return new String(
                Objects.requireNonNull(intake().anybody()
                        .get()
                        .uri(BASE + path)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(500)
                        .expectHeader()
                        .contentType(type)
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    private static Intake intake() {
        return Objects.requireNonNull(intake);
    }
}
