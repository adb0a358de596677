package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Two who act at once on what both have seen: one wins, the other is told why, and nothing is told twice. */
@ExtendWith(CentreExtension.class)
class RacesTest {
    private static final int PAIRS = 200;

    private final Centre centre;

    RacesTest(Centre centre) {
        this.centre = centre;
    }

    @Test
    void ofTwoHundredPairsOneWinsTheOtherSeesWhyAndNoFactIsToldTwice() {
        WebTestClient one = centre.coordinator();
        WebTestClient other =
                centre.service().as("coordinator-2", List.of("street-coordinator"), List.of("guankou"), null);
        String id = centre.escalated();
        for (int pair = 0; pair < PAIRS; pair++) {
            long seen = pair + 1L;
            String wish = "{\"department\":\"" + department(pair) + "\"}";

            List<Answer> answers =
                    List.of(dispatching(one, id, seen, wish), dispatching(other, id, seen, wish)).stream()
                            .map(CompletableFuture::join)
                            .toList();

            assertThat(answers).as("pair %d", pair).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 412)
                    .singleElement()
                    .satisfies(lost ->
                            assertThat(lost.body().path("version").asLong()).isEqualTo(seen + 1));
        }

        List<Fact> told = centre.told(id, PAIRS);
        assertThat(told).hasSize(PAIRS).extracting(Fact::id).doesNotHaveDuplicates();
        assertThat(centre.read(centre.admin(), id).path("history").values().stream()
                        .skip(1)
                        .map(line -> line.path("text").asString()))
                .as("each pair's wish once, in turn")
                .containsExactlyElementsOf(IntStream.range(0, PAIRS)
                        .mapToObj(RacesTest::department)
                        .toList());
    }

    private record Answer(int status, JsonNode body) {}

    private static String department(int pair) {
        return pair % 2 == 0 ? "power" : "water";
    }

    private static CompletableFuture<Answer> dispatching(WebTestClient who, String id, long version, String body) {
        return CompletableFuture.supplyAsync(() -> {
            JsonNode answer = Centre.json(who.post()
                    .uri("/api/escalations/{id}/dispatch", id)
                    .header("If-Match", "\"" + version + "\"")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange());
            return new Answer(answer.path("status").asInt(HttpStatus.OK.value()), answer);
        });
    }
}
