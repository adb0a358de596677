package io.twingrid.points;

import io.twingrid.chassis.testkit.RunningService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service as people call it: JSON in, JSON out, and the status that must come. */
public record Calls(RunningService service) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Somebody without a token. */
    public WebTestClient anybody() {
        return service.client();
    }

    public WebTestClient staff() {
        return service.as("points", List.of("points-admin"), List.of(), null);
    }

    public WebTestClient admin() {
        return service.as("admin", List.of("admin"), List.of(), null);
    }

    public WebTestClient observer(String id) {
        return service.as(id, List.of("observer"), List.of(), null);
    }

    public JsonNode get(WebTestClient client, String path, int status) {
        return call(client, HttpMethod.GET, path, null, null, status);
    }

    public JsonNode post(WebTestClient client, String path, @Nullable String body, int status) {
        return call(client, HttpMethod.POST, path, null, body, status);
    }

    public JsonNode put(WebTestClient client, String path, String body, int status) {
        return call(client, HttpMethod.PUT, path, null, body, status);
    }

    /** Posts with an {@code Idempotency-Key}. */
    public JsonNode postOnce(WebTestClient client, String path, String key, String body, int status) {
        return call(client, HttpMethod.POST, path, key, body, status);
    }

    private static JsonNode call(
            WebTestClient client,
            HttpMethod method,
            String path,
            @Nullable String key,
            @Nullable String body,
            int status) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(path).contentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.bodyValue(body);
        }
        byte[] answer = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JSON.readTree(answer);
    }
}
