package io.twingrid.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front door, as scripts use it: JSON over HTTP with the token of the account that acts. */
final class TownClient implements AutoCloseable {

    private final DemoSettings settings;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    TownClient(DemoSettings settings) {
        this.settings = settings;
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status / 100 == 2;
        }

        String text(String field) {
            return body.path(field).asString("");
        }

        /** What a problem document says, for a message. */
        String problem() {
            return status + " " + text("detail");
        }
    }

    /** @param account who asks, or null for somebody without an account */
    Answer get(String path, @Nullable String account) {
        return send(request(path, account).GET().build());
    }

    /** @param account who asks, or null for somebody without an account */
    Answer post(String path, @Nullable String account, Map<String, Object> body) {
        return send(request(path, account)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    /** Opens an account's live stream; returns when the town has begun to answer. */
    InputStream stream(String account) {
        HttpResponse<InputStream> response = exchange(
                request("/api/notices/stream", account)
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new DemoFailure("The live stream of %s answered %d.".formatted(account, response.statusCode()));
        }
        return response.body();
    }

    JsonNode read(String text) {
        return json.readTree(text);
    }

    private HttpRequest.Builder request(String path, @Nullable String account) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(settings.gateway() + path)).header("Accept-Language", "en");
        return account == null ? request : request.header("Authorization", "Bearer " + token(account));
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString(UTF_8));
        String body = response.body();
        return new Answer(response.statusCode(), body.startsWith("{") ? read(body) : json.createObjectNode());
    }

    private String token(String account) {
        return tokens.computeIfAbsent(account, this::askForToken);
    }

    private String askForToken(String account) {
        String basic = Base64.getEncoder().encodeToString((account + ":" + settings.password()).getBytes(UTF_8));
        Answer answer = send(HttpRequest.newBuilder(URI.create(settings.issuer() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (!answer.isOk()) {
            throw new DemoFailure(
                    "%s gets no token: %s answered %d.".formatted(account, settings.issuer(), answer.status()));
        }
        return answer.text("access_token");
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new DemoFailure("%s cannot be reached: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted.", e);
        }
    }

    /** Cuts the live streams too. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
