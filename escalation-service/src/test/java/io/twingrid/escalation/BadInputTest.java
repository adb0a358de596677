package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Bad input is answered with a problem that names the field, and nothing is told. */
@ExtendWith(CentreExtension.class)
class BadInputTest {
    private final Centre centre;

    BadInputTest(Centre centre) {
        this.centre = centre;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "dispatch | {}                                                          | department",
                "dispatch | {\"department\":\"moon\"}                                   | department",
                "dispatch | {\"department\":\"power\",\"coDepartments\":[\"moon\"]}     | coDepartments",
                "dispatch | {\"department\":\"power\",\"coDepartments\":[\"power\"]}    | coDepartments",
                "dispatch | {\"department\":\"power\",\"coDepartments\":[null]}         | coDepartments",
                "dispatch | {\"department\":\"power\",\"dueBy\":\"2020-01-01T00:00:00Z\"} | dueBy",
                "dispatch | {\"department\":\"power\",\"dueBy\":\"tomorrow\"}           | dueBy",
                "dispatch | {\"department\":\"power\",\"colour\":\"red\"}               | colour",
                "dispatch | {\"department\":                                            | body",
                "dispatch | {\"department\":\"power\",\"dueBy\":\"9999-12-31T00:00:00Z\"} | dueBy",
                "dispatch | {\"department\":\"power\",\"dueBy\":\"+999999999-12-31T00:00:00Z\"} | dueBy",
                "hold     | {\"reason\":\"x\",\"reviewOn\":\"9999-12-31T00:00:00Z\"} | reviewOn",
                "hold     | {\"reason\":\"x\",\"reviewOn\":\"+200000000-01-01T00:00:00Z\"} | reviewOn",
                "extend   | {\"reason\":\"x\",\"until\":\"9999-12-31T00:00:00Z\"}  | until",
                "accept   | {\"why\":\"x\"}                                             | why",
                "decline  | {}                                                          | reason",
                "decline  | {\"reason\":\"  \"}                                         | reason",
                "return   | {}                                                          | reason",
                "resolve  | {\"photos\":[]}                                             | note",
                "resolve  | {\"note\":\"x\",\"photos\":[\"a/b\"]}                       | photos",
                "resolve  | {\"note\":\"x\",\"photos\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\"]} | photos",
                "note     | {\"public\":true}                                           | text",
                "note     | {\"text\":\"x\",\"public\":\"perhaps\"}                     | public",
            })
    void aBadFieldIsNamed(String verb, String body, String field) {
        String id = centre.escalated();

        JsonNode problem = Centre.json(
                centre.ask(centre.admin(), id, verb, body).expectStatus().isBadRequest());

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
        assertThat(problem.path("type").asString()).isEqualTo("https://twingrid.io/problems/invalid-request");
        assertNothingWasTold(id);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        String id = centre.escalated();

        JsonNode problem = Centre.json(centre.ask(
                centre.coordinator(),
                id,
                "dispatch",
                "{\"department\":\"moon\",\"coDepartments\":[\"mars\"],\"dueBy\":\"2020-01-01T00:00:00Z\"}"));

        assertThat(problem.path("errors").values())
                .extracting(error -> error.path("field").asString())
                .containsExactly("department", "coDepartments", "dueBy");
    }

    @Test
    void aTextLongerThanTheLimitIsNamed() {
        String id = centre.escalated();

        centre.ask(centre.coordinator(), id, "return", "{\"reason\":\"" + "长".repeat(2001) + "\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
        assertNothingWasTold(id);
    }

    @Test
    void fiveMegabytesOfTextAreTooLarge() {
        String id = centre.escalated();

        centre.ask(centre.coordinator(), id, "return", "{\"reason\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}")
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertNothingWasTold(id);
    }

    @Test
    void aVersionThatIsNoneIsNamed() {
        String id = centre.escalated();

        centre.coordinator()
                .post()
                .uri("/api/escalations/{id}/return", id)
                .header("If-Match", "yesterday")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\":\"x\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("If-Match");
    }

    @Test
    void anUnknownVerbIsNotThere() {
        centre.ask(centre.coordinator(), centre.escalated(), "explode", "{}")
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "?state=flying, state",
        "?limit=0, limit",
        "?limit=101, limit",
        "?limit=many, limit",
        "?cursor=nonsense, cursor",
        "?cursor=!!, cursor",
    })
    void aBadParameterIsNamed(String query, String field) {
        centre.coordinator()
                .get()
                .uri("/api/escalations" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void anIllegalMoveNamesTheAllowedOnes() {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "resolve", "{\"note\":\"现场解决\"}");

        JsonNode problem = Centre.json(centre.ask(centre.coordinator(), id, "dispatch", "{\"department\":\"power\"}")
                .expectStatus()
                .isEqualTo(409));

        assertThat(problem.path("type").asString()).isEqualTo("https://twingrid.io/problems/move-not-allowed");
        assertThat(problem.path("allowed").values())
                .extracting(JsonNode::asString)
                .containsExactly("note");
    }

    @Test
    void aTokenOfAnotherIssuerIsNotAccepted() {
        String foreign = TestIssuer.start().token("admin", List.of("admin"), List.of(), null);

        centre.service()
                .withToken(foreign)
                .get()
                .uri("/api/escalations")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private void assertNothingWasTold(String id) {
        assertThat(centre.read(centre.admin(), id).path("version").asLong()).isEqualTo(1);
        assertThat(centre.facts().all(id)).extracting(Fact::source).doesNotContain("/escalation-service");
    }
}
