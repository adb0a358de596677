package io.twingrid.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Callers who mean to hurt: each comes to an end, takes a bounded amount of memory, and disturbs nobody else. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileCallersTest {
    private static final int CROWD = 20;
    private static final Duration NOW_AND_THEN = Duration.ofMillis(50);

    /** More than every limit and all the buffers on the way; several times the heap. */
    private static final int MUCH = 1 << 30;

    private final DisposableServer backend = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> request.receive().then(Mono.from(response.sendString(Mono.just("ok")))))
            .bindNow();
    private final ConfigurableApplicationContext gateway = Gateway.application()
            .run(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--server.shutdown=immediate",
                    "--HTTP_HEAD=1s",
                    "--HTTP_BODY=3s",
                    "--REPORT_INTAKE_URL=http://127.0.0.1:" + backend.port());
    private final List<Socket> callers = new ArrayList<>();
    private int port;

    @BeforeAll
    void open() {
        port = Integer.parseInt(gateway.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    void close() {
        gateway.close();
        backend.disposeNow();
    }

    @AfterEach
    void othersAreStillServed() throws IOException {
        expectOthersAreServed();
        for (Socket caller : callers) {
            caller.close();
        }
        callers.clear();
    }

    @Test
    void headersThatNeverEndAreCutOff() {
        crowdSays("GET /api/reports HTTP/1.1\r\nHost: localhost\r\n", "X-Slow: 1\r\n");
    }

    @Test
    void bodiesThatNeverEndAreCutOff() {
        crowdSays("POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{", " ");
    }

    @Test
    void chunksWithoutAnEndAreCutOff() {
        Socket caller = call();
        say(caller, "POST /api/reports HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
        int said = 0;
        while (said < MUCH && say(caller, chunk)) {
            said += chunk.length();
        }

        assertThat(said).isLessThan(MUCH);
    }

    @Test
    void aMegabyteOfHeadersIsRefused() {
        Socket caller = call();
        say(caller, "GET /api/reports HTTP/1.1\r\nHost: localhost\r\nX-Large: ");
        int said = 0;
        while (said < 1024 && say(caller, "x".repeat(1024))) {
            said++;
        }

        awaitHungUp(caller, "");
    }

    /** Clients that say a little now and then, and never come to an end. */
    private void crowdSays(String beginning, String little) {
        for (int i = 0; i < CROWD; i++) {
            say(call(), beginning);
        }
        expectOthersAreServed();
        callers.forEach(caller -> awaitHungUp(caller, little));
    }

    private void expectOthersAreServed() {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/api/reports")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private Socket call() {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(Math.toIntExact(NOW_AND_THEN.toMillis()));
            callers.add(socket);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False when the gateway has hung up meanwhile. */
    private static boolean say(Socket caller, String text) {
        try {
            OutputStream out = caller.getOutputStream();
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static void awaitHungUp(Socket caller, String little) {
        Awaitility.await("the gateway to hang up")
                .pollInterval(Duration.ZERO.plusMillis(1))
                .until(() -> {
                    try {
                        return caller.getInputStream().readNBytes(4096).length < 4096;
                    } catch (SocketTimeoutException stillOpen) {
                        say(caller, little);
                        return false;
                    } catch (IOException reset) {
                        return true;
                    }
                });
    }
}
