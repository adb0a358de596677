package io.twingrid.notification;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/** Somebody else's HTTP server: keeps what it is sent, and answers as it is told. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{\"errcode\":0,\"code\":0}";

    /** What came in; {@code bytes} has one character for each. */
    public record Call(Headers headers, String bytes) {
        public byte[] body() {
            return bytes.getBytes(StandardCharsets.ISO_8859_1);
        }

        public String text() {
            return new String(body(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                receiver.calls.add(
                        new Call(exchange.getRequestHeaders(), new String(body, StandardCharsets.ISO_8859_1)));
                byte[] bytes = receiver.answer.getBytes(StandardCharsets.UTF_8);
                try (exchange) {
                    exchange.sendResponseHeaders(receiver.status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public void answers(int newStatus, String newAnswer) {
        status = newStatus;
        answer = newAnswer;
    }

    public List<Call> calls() {
        return calls;
    }

    public List<Call> await(int count) {
        return Awaitility.await(count + " calls")
                .atMost(Town.PATIENCE)
                .until(() -> List.copyOf(calls), all -> all.size() >= count);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
