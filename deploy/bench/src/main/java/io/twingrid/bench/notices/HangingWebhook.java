package io.twingrid.bench.notices;

import io.twingrid.chassis.fact.FactJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A webhook that is told of much, takes every call and never answers one. */
final class HangingWebhook implements AutoCloseable {
    /** Where it listens; the service must be allowed to call there. */
    static final String HOST = "127.0.0.1";

    private static final int CREATED = 201;
    private static final int CALLS_TAKEN = 512;
    private static final int BYTES_OF_A_KEY = 32;
    /** With the street's centre as many audiences as a webhook may have. */
    private static final int COMMUNITIES = 49;

    private final ServerSocket listener;

    private HangingWebhook(ServerSocket listener) {
        this.listener = listener;
    }

    /** Registers one at the service. */
    static HangingWebhook of(String service, String adminToken) throws IOException, InterruptedException {
        // The kernel takes the calls; nobody takes them from the kernel.
        ServerSocket listener = new ServerSocket(0, CALLS_TAKEN, InetAddress.getLoopbackAddress());
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(service + "/api/webhooks"))
                            .header("Authorization", "Bearer " + adminToken)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(FactJson.write(wish(listener.getLocalPort()))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != CREATED) {
                throw new IOException("no webhook: " + answer.body());
            }
            return new HangingWebhook(listener);
        }
    }

    private static Map<String, Object> wish(int port) {
        List<String> audiences = Stream.concat(
                        Stream.of("street:" + Crowd.STREET + ":street-coordinator"),
                        IntStream.range(0, COMMUNITIES)
                                .mapToObj(number -> "community:" + Crowd.community(number) + ":community-lead"))
                .toList();
        return Map.of(
                "kind",
                "CLOUDEVENTS",
                "name",
                "hangs",
                "url",
                "http://" + HOST + ":" + port + "/",
                "secret",
                "whsec_" + Base64.getEncoder().encodeToString(new byte[BYTES_OF_A_KEY]),
                "audiences",
                audiences,
                "digest",
                false);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
