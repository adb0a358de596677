package io.twingrid.notification.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.twingrid.notification.channel.http.Outside.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to the outside cannot be turned against the inside. */
class OutsideTest {
    private static final int ANSWER_BYTES = 1024;
    private static final int NETTY_CHUNK = 8192;

    private final AtomicInteger calls = new AtomicInteger();
    private final Outside closed = outside(Set.of());
    private final Outside open = outside(Set.of("127.0.0.1"));
    private final HttpServer server;

    OutsideTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        serve("/fine", 200, "ok");
        serve("/moved", 302, "");
        serve("/long", 200, "x".repeat(1_000_000));
        serve("/busy", 429, "");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        closed.destroy();
        open.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/hook",
                "https://localhost/hook",
                "https://localhost./hook",
                "https://2130706433/hook",
                "https://017700000001/hook",
                "https://0177.0.0.1/hook",
                "https://0x7f000001/hook",
                "https://0x7F.0.0.1/hook",
                "https://127.1/hook",
                "https://0/hook",
                "https://10.0.0.8/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://100.100.100.200/latest/meta-data",
                "https://[::1]/hook",
                "https://[::ffff:127.0.0.1]/hook",
                "https://[::ffff:7f00:1]/hook",
                "https://[fd00:ec2::254]/hook",
                "https://[fe80::1]/hook",
                "https://[64:ff9b::a00:1]/hook",
                "https://999.1.1.1/hook",
                "https://no-such-host.invalid/hook",
                "https://user:password@1.1.1.1/hook",
                "https://1.1.1.1/hook#part",
                "http://1.1.1.1/hook",
                "ftp://1.1.1.1/hook",
                "file:///etc/passwd",
                "https:///hook",
                "/hook"
            })
    void whatLeadsInsideOrNowhereIsNotSaved(String url) {
        assertThat(closed.objection(URI.create(url)).block()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://1.1.1.1/hook?key=1", "https://1.1.1.1:8443/hook", "https://[2606:4700:4700::1111]/"})
    void whatLeadsOutsideIsSaved(String url) {
        assertThat(closed.objection(URI.create(url)).blockOptional()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://127.0.0.1/hook, true", "http://127.0.0.1/hook, true", "ftp://127.0.0.1/hook, false"})
    void theOperatorCanAllowAHost(String url, boolean allowed) {
        assertThat(open.objection(URI.create(url)).blockOptional().isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void aHostThatLeadsInsideWhenItIsCalledIsNotConnectedTo(String host) {
        URI url = URI.create(
                "http://%s:%d/fine".formatted(host, server.getAddress().getPort()));

        assertThatThrownBy(() -> closed.post(url, Map.of(), new byte[0]).block())
                .hasRootCauseInstanceOf(NotPublicException.class);
        assertThat(calls).hasValue(0);
    }

    @Test
    void anAllowedHostIsCalledAndItsAnswerRead() {
        Reply reply = post("/fine");

        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.body()).isEqualTo("ok");
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(post("/moved").status()).isEqualTo(302);
        assertThat(calls).hasValue(1);
    }

    @Test
    void onlyTheBeginningOfALongAnswerIsRead() {
        assertThat(post("/long").body()).hasSizeBetween(ANSWER_BYTES, ANSWER_BYTES + NETTY_CHUNK);
    }

    @Test
    void whoAsksUsToWaitIsHeard() {
        assertThat(post("/busy").retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    private Reply post(String path) {
        URI url =
                URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
        return Objects.requireNonNull(
                open.post(url, Map.of("x", "y"), "body".getBytes(UTF_8)).block());
    }

    private void serve(String path, int status, String body) {
        server.createContext(path, exchange -> {
            calls.incrementAndGet();
            exchange.getResponseHeaders().add("Location", "/fine");
            exchange.getResponseHeaders().add("Retry-After", "7");
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private static Outside outside(Set<String> hosts) {
        return new Outside(new OutsideLimits(
                hosts, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), 4, 2, ANSWER_BYTES));
    }
}
