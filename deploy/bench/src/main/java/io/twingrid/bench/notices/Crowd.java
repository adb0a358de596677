package io.twingrid.bench.notices;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.twingrid.chassis.testkit.TestIssuer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Many people with the live stream open: each leads one of a hundred communities and sits in the one street's centre. */
final class Crowd implements AutoCloseable {
    static final int COMMUNITIES = 100;
    static final String STREET = "bench";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int AT_A_TIME = 32;
    private static final String BEFORE_ID = "\"reportId\":\"";

    private static final int SLEEPER = -1;
    /** Bytes that the kernel takes for somebody who does not read. */
    private static final int SLEEPER_BUFFER = 4096;

    private final String url;
    private final HttpClient http;
    private final ConnectionProvider connections;
    private final TestIssuer issuer;
    private final AtomicReference<Sent> sent;
    private final AtomicInteger open = new AtomicInteger();
    private final Disposable.Composite streams = Disposables.composite();

    /**
     * Nobody is connected yet.
     *
     * @param sent whom each notice is reported to
     */
    Crowd(String url, int most, TestIssuer issuer, AtomicReference<Sent> sent) {
        this.url = url;
        this.connections = ConnectionProvider.builder("crowd")
                .maxConnections(most)
                .pendingAcquireMaxCount(most)
                .pendingAcquireTimeout(PATIENCE)
                .build();
        this.http = HttpClient.create(connections).baseUrl(url);
        this.issuer = issuer;
        this.sent = sent;
    }

    static String community(int number) {
        return "bench-" + number % COMMUNITIES;
    }

    /** How many have the stream open. */
    int size() {
        return open.get();
    }

    /** Connects people until there are so many, and waits until all streams are open. */
    void growTo(int size) {
        int first = open.get();
        Flux.range(first, size - first).flatMap(this::connect, AT_A_TIME).blockLast(PATIENCE);
    }

    /** One more, who is told all that the others are and does not read it; open as long as the socket is. */
    Socket sleeper() throws IOException {
        URI address = URI.create(url);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SLEEPER_BUFFER);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write("GET /api/notices/stream HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(address.getAuthority(), token(SLEEPER))
                        .getBytes(US_ASCII));
        return socket;
    }

    private String token(int number) {
        List<String> areas = Stream.concat(
                        Stream.of(STREET),
                        number == SLEEPER
                                ? IntStream.range(0, COMMUNITIES).mapToObj(Crowd::community)
                                : Stream.of(community(number)))
                .toList();
        return issuer.token("person-" + number, List.of("community-lead", "street-coordinator"), areas, null);
    }

    /** Of somebody who may register webhooks. */
    String adminToken() {
        return issuer.token("person-admin", List.of("admin"), List.of(), null);
    }

    /** Completes when the stream is open; it goes on. */
    private Flux<Void> connect(int number) {
        String token = token(number);
        StringBuilder line = new StringBuilder();
        return Flux.create(opened -> streams.add(http.headers(headers ->
                        headers.set("Authorization", "Bearer " + token).set("Accept", "text/event-stream"))
                .get()
                .uri("/api/notices/stream")
                .responseContent()
                .asString()
                .subscribe(
                        text -> {
                            if (!opened.isCancelled() && text.contains("retry:")) {
                                open.incrementAndGet();
                                opened.complete();
                            }
                            read(line, text);
                        },
                        opened::error)));
    }

    private void read(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\n') {
                told(line);
                line.setLength(0);
            } else {
                line.append(next);
            }
        }
    }

    private void told(StringBuilder line) {
        int begin = line.indexOf(BEFORE_ID);
        if (begin >= 0) {
            int id = begin + BEFORE_ID.length();
            sent.get().came(line.substring(id, line.indexOf("\"", id)));
        }
    }

    @Override
    public void close() {
        streams.dispose();
        connections.dispose();
    }
}
