package io.twingrid.notification;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's end of the live stream. */
final class LiveReader implements AutoCloseable {
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final List<ServerSentEvent<String>> events = new CopyOnWriteArrayList<>();
    private final Disposable connection;
    private volatile boolean ended;

    private LiveReader(WebClient.RequestHeadersSpec<?> request) {
        this.connection = request.accept(MediaType.TEXT_EVENT_STREAM)
                .retrieve()
                .bodyToFlux(EVENT)
                .doFinally(signal -> ended = true)
                .onErrorComplete()
                .subscribe(events::add);
    }

    /** Connects and waits until the stream is open. */
    static LiveReader connect(String baseUrl, String token, @Nullable String lastEventId) {
        var request = WebClient.create(baseUrl)
                .get()
                .uri("/api/notices/stream")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return of(request);
    }

    static LiveReader of(WebClient.RequestHeadersSpec<?> request) {
        LiveReader reader = new LiveReader(request);
        await("the stream is open").until(() -> reader.ended || !reader.events.isEmpty());
        return reader;
    }

    /** Everything that came, heartbeats too. */
    List<ServerSentEvent<String>> events() {
        return List.copyOf(events);
    }

    /** The notices that came. */
    List<JsonNode> notices() {
        return events.stream()
                .filter(event -> event.data() != null && !"cut".equals(event.event()))
                .map(event -> JSON.readTree(Objects.requireNonNull(event.data())))
                .toList();
    }

    List<JsonNode> awaitNotices(int count) {
        return await(count + " notices in the stream").until(this::notices, notices -> notices.size() >= count);
    }

    /** The reports that notices came about, in the order in which they came. */
    List<String> reports() {
        return notices().stream()
                .map(notice -> notice.path("reportId").asString())
                .toList();
    }

    void awaitEnd() {
        await("the stream has ended").until(() -> ended);
    }

    /** Looks often: what is waited for is a matter of milliseconds. */
    private static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(Town.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2));
    }

    /** What a browser would send as {@code Last-Event-ID} when it connects again. */
    String lastId() {
        return events.stream()
                .map(ServerSentEvent::id)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Override
    public void close() {
        connection.dispose();
    }
}
