package io.twingrid.chassis.testkit.wall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client sends is data and nothing else, and all of it is read: a field that nobody reads is refused. */
public interface PlainData extends ServiceUnderTest {
    List<String> OPERATORS = List.of(
            "{\"$ne\":null}",
            "{\"$gt\":\"\"}",
            "{\"$where\":\"sleep(1000)\"}",
            "$where",
            "$id",
            "\u0000",
            "../..",
            "<b>");

    @Test
    default void aFieldThatNobodyReadsIsRefusedByName() {
        for (Operation command : commands()) {
            expectRefused(command, Map.of("noSuchField", 1), "noSuchField");
        }
    }

    @Test
    default void anOperatorInPlaceOfATextIsRefusedByTheFieldsName() {
        for (Operation command : commands()) {
            for (String field : command.texts()) {
                expectRefused(command, Map.of(field, Map.of("$ne", "")), field);
            }
        }
    }

    @Test
    default void anOperatorInAPathIsAnIdLikeAnyOther() {
        for (Operation operation : Operation.of(service())) {
            if (!operation.path().contains("{") || operation.consumes().size() > 0) {
                continue;
            }
            for (String operator : OPERATORS) {
                String path = operation.path(
                        name -> URLEncoder.encode(operator, UTF_8).replace("+", "%20"));
                assertThat(statusOf(operation, path))
                        .as("%s at %s", operation, path)
                        .isLessThan(500);
            }
        }
    }

    @Test
    default void anOperatorInAQueryIsAValueThatNothingHas() {
        for (Operation operation : Operation.of(service())) {
            for (String parameter : operation.parameters()) {
                for (String operator : OPERATORS) {
                    String query = "?" + parameter + "=" + URLEncoder.encode(operator, UTF_8);
                    assertThat(statusOf(operation, operation.anyPath() + query))
                            .as("%s with %s", operation, query)
                            .isLessThan(500);
                }
            }
        }
    }

    private List<Operation> commands() {
        return Operation.of(service()).stream().filter(Operation::takesJson).toList();
    }

    private int statusOf(Operation operation, String path) {
        return caller().method(operation.method())
                .uri(URI.create(service().baseUrl() + path))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    /** 400 and the field's name; or the caller is kept out before his body is read. */
    private void expectRefused(Operation command, Object body, String field) {
        EntityExchangeResult<byte[]> answer = caller().method(command.method())
                .uri(command.anyPath())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
        JsonNode problem = new JsonMapper().readTree(answer.getResponseBody());
        assertThat(answer.getStatus().value())
                .as("%s with %s: %s", command, body, problem)
                .isIn(400, 403, 404);
        if (answer.getStatus().value() == 400) {
            assertThat(problem.path("errors").path(0).path("field").asString(""))
                    .as("%s: %s", command, problem)
                    .isEqualTo(field);
        }
    }

    private WebTestClient caller() {
        return service().withToken(ServiceUnderTest.everybody());
    }
}
