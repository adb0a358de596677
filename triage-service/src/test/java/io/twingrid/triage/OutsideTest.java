package io.twingrid.triage;

import static io.twingrid.triage.TriageTown.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.triage.domain.Verb;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What everybody sees of the service: the areas for maps, its description, its health and its figures. */
class OutsideTest {
    private static final TriageTown town = TriageTown.start();
    private static final WebTestClient anybody = town.service().client();

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void theAreasAreThereForEverybodyAndAreNotSentAgainWhileTheyAreTheSame() {
        var answer = anybody.get().uri("/api/areas").exchange().expectStatus().isOk();
        answer.expectHeader().contentTypeCompatibleWith(MediaType.parseMediaType("application/geo+json"));
        String tag = Objects.requireNonNull(
                answer.returnResult(String.class).getResponseHeaders().getETag());
        JsonNode areas =
                json(anybody.get().uri("/api/areas").exchange().expectStatus().isOk());
        assertThat(areas.required("type").asString()).isEqualTo("FeatureCollection");
        assertThat(areas.required("features").values())
                .extracting(area -> area.required("properties").required("id").asString())
                .contains("guankou", "tieshan", "tieshan-01");

        anybody.get()
                .uri("/api/areas")
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void theDescriptionNamesEveryOperationAndItsRefusals() {
        JsonNode api =
                json(anybody.get().uri("/v3/api-docs").exchange().expectStatus().isOk());
        JsonNode paths = api.required("paths");
        assertThat(paths.propertyNames())
                .contains("/api/areas", "/api/cases", "/api/cases/{id}", "/api/cases/{id}/duplicates")
                .containsAll(Arrays.stream(Verb.values())
                        .map(verb -> "/api/cases/{id}/" + verb.word())
                        .toList());
        assertThat(paths.at("/~1api~1cases/get/parameters").values())
                .extracting(parameter -> parameter.required("name").asString())
                .contains(
                        "area",
                        "state",
                        "handler",
                        "light",
                        "overdue",
                        "text",
                        "category",
                        "olderThan",
                        "cursor",
                        "limit");
        JsonNode reject = paths.required("/api/cases/{id}/reject").required("post");
        assertThat(reject.required("summary").asString()).isNotBlank();
        assertThat(reject.required("responses").propertyNames())
                .contains("200", "400", "401", "403", "404", "409", "412", "413", "503");
        assertThat(reject.at("/responses/200/content").toString()).contains("#/components/schemas/CommunityCase");
        assertThat(reject.at("/responses/409/content").toString()).contains("application/problem+json");
        assertThat(reject.required("parameters").values())
                .extracting(parameter -> parameter.required("name").asString())
                .as("the caller is no parameter")
                .containsExactlyInAnyOrder("id", "If-Match");
        JsonNode schemas = api.required("components").required("schemas");
        assertThat(schemas.required("NoteRequest").required("properties").propertyNames())
                .containsExactlyInAnyOrder("text", "public");
        assertThat(schemas.required("CommunityCase").required("properties").propertyNames())
                .contains("id", "version", "state", "allowed", "history", "resolution");
    }

    @Test
    void livenessDoesNotAskKafkaOrMongoAndReadinessDoes() {
        JsonNode live = json(anybody.get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(live.required("components").propertyNames()).containsExactly("livenessState");
        JsonNode ready = json(anybody.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(ready.required("components").propertyNames()).contains("readinessState", "store", "listeners");
    }

    @Test
    void theFiguresCountWhatBecameOfTheFactsAndTheVerbs() {
        String id = town.submit("{}");
        TriageTown.move(town.lead("tieshan"), id, "verify", "{}");
        String figures = anybody.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(figures)
                .contains("facts_handled_total{")
                .contains("community_moves_total{")
                .contains("outbox_relayed_total")
                .doesNotContain("lead-tieshan");
    }
}
