package io.twingrid.triage;

import static io.twingrid.triage.TriageTown.json;
import static io.twingrid.triage.TriageTown.problem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class BulkActionsTest {
    private static final TriageTown town = TriageTown.start();

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void eachCaseOfASelectionHasItsOwnOutcome() {
        String routed = town.submit("{}");
        String stale = town.submit("{}");
        String rejected = town.submit("{}");
        String notHis = town.submit("{\"location\":{\"lat\":24.632,\"lon\":117.972}}");
        TriageTown.move(town.lead("tieshan"), rejected, "reject", "{\"reason\":\"NOT_FOUND\"}");

        JsonNode answer = json(act("""
                {"verb":"verify","items":[{"id":"%s"},{"id":"%s","version":7},{"id":"%s"},{"id":"%s"}]}""".formatted(routed, stale, rejected, notHis))
                .expectStatus()
                .isOk());
        assertThat(answer.required("items").values())
                .extracting(item -> item.required("status").asInt())
                .containsExactly(200, 412, 409, 404);
        assertThat(answer.at("/items/0/case/state").asString()).isEqualTo("verified");
        assertThat(answer.at("/items/2/problem/allowed").toString()).isEqualTo("[\"reopen\"]");
        assertThat(answer.at("/items/3/id").asString()).isEqualTo(notHis);
    }

    @Test
    void theVerbsBodyIsTheOneOfItsOwnOperation() {
        String id = town.submit("{}");
        String items = ",\"items\":[{\"id\":\"" + id + "\"}]}";
        JsonNode noted = json(act("{\"verb\":\"note\",\"body\":{\"text\":\"一起去看\",\"public\":true}" + items)
                .expectStatus()
                .isOk());
        assertThat(noted.at("/items/0/case/history/1/text").asString()).isEqualTo("一起去看");
        expectField("{\"verb\":\"note\",\"body\":{}" + items, "text");
        expectField("{\"verb\":\"note\",\"body\":{\"txt\":\"x\"}" + items, "txt");
        expectField("{\"verb\":\"verify\",\"body\":{\"note\":\"x\"}" + items, "note");
        expectField("{\"verb\":\"promote\"" + items, "verb");
        expectField("{\"verb\":\"verify\",\"items\":[]}", "items");
        expectField("{\"verb\":\"verify\",\"items\":[{\"version\":1}]}", "items.id");
        expectField("{\"verb\":\"verify\",\"items\":[null]}", "items.id");
    }

    private static void expectField(String body, String field) {
        JsonNode problem = problem(act(body), HttpStatus.BAD_REQUEST);
        assertThat(problem.required("errors").values())
                .as(body)
                .extracting(error -> error.required("field").asString())
                .containsExactly(field);
    }

    private static ResponseSpec act(String body) {
        return town.lead("tieshan")
                .post()
                .uri("/api/cases/actions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
