package io.twingrid.chassis.testkit.wall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Requests that are meant to hurt: each has a clear end, takes a bounded amount of memory, and disturbs nobody else. */
public interface HostileInput extends ServiceUnderTest {
    /** More than every limit, all the buffers on the way, and what passes until the answer is out; several times the heap. */
    int MUCH = 1 << 30;

    @Test
    default void headersThatNeverEndAreCutOffAndOthersAreServed() {
        slowly("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\n", "X-Slow: 1\r\n");
    }

    @Test
    default void bodiesThatNeverEndAreCutOffAndOthersAreServed() {
        slowly(head(takingBodies().getFirst()) + "Content-Length: 1000\r\n\r\n{", " ");
    }

    @Test
    default void chunksWithoutAnEndAreCutOff() {
        String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
        for (Operation command : takingBodies()) {
            try (RawConnection connection = RawConnection.to(service().baseUrl())) {
                connection.say(head(command) + "Transfer-Encoding: chunked\r\n\r\n");
                int said = 0;
                while (said < MUCH && connection.say(chunk)) {
                    said += chunk.length();
                }
                assertThat(said).as("bytes that %s swallowed", command).isLessThan(MUCH);
            }
        }
        expectOthersAreServed();
    }

    @Test
    default void aMegabyteOfHeadersIsRefused() {
        try (RawConnection connection = RawConnection.to(service().baseUrl())) {
            connection.say("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nX-Large: ");
            for (int i = 0; i < 1024 && connection.say("x".repeat(1024)); i++) {
                // as long as it listens
            }
            assertThat(connection.untilItHangsUp("")).containsAnyOf("431 ", "413 ", "(reset)");
        }
        expectOthersAreServed();
    }

    /** As scripts and proxies do that do not wait for an answer, or hardly do, and close behind the last. */
    @Test
    default void requestsThatFollowOneAnotherFastAreAllAnswered() {
        String alive = "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n";
        String posted = head(takingBodies().getFirst()) + "Content-Length: 2\r\n";
        for (int i = 0; i < 50; i++) {
            try (RawConnection connection = RawConnection.to(service().baseUrl())) {
                connection.say(alive + "\r\n" + posted + "\r\n{}" + alive + "\r\n");
                String first = connection.untilItSays("HTTP/1.1 200");
                connection.say(posted + "Connection: close\r\n\r\n{}");
                String all = first + connection.untilItHangsUp("");
                assertThat(all.split("HTTP/1.1 ", -1)).as(all).hasSize(1 + 4);
            }
        }
    }

    @Test
    default void jsonOfAHundredThousandFloorsIsA400() {
        byte[] tower = ("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8);
        for (Operation command :
                takingBodies().stream().filter(Operation::takesJson).toList()) {
            assertThat(send(command, tower, null)).as("%s", command).isIn(400, 403, 404);
        }
    }

    @Test
    default void aCompressedBombIsNotUnpacked() {
        byte[] bomb = bomb();
        for (Operation command : takingBodies()) {
            assertThat(send(command, bomb, "gzip")).as("%s", command).isEqualTo(415);
        }
    }

    /** Twenty clients that say a little now and then, and never come to an end. */
    private void slowly(String beginning, String little) {
        List<RawConnection> slow = Stream.generate(
                        () -> RawConnection.to(service().baseUrl()))
                .limit(20)
                .toList();
        slow.forEach(connection -> connection.say(beginning));
        expectOthersAreServed();
        slow.forEach(connection -> connection.untilItHangsUp(little));
        slow.forEach(RawConnection::close);
        expectOthersAreServed();
    }

    private void expectOthersAreServed() {
        service()
                .client()
                .get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private List<Operation> takingBodies() {
        return Operation.of(service()).stream()
                .filter(operation -> !operation.consumes().isEmpty())
                .toList();
    }

    private static String head(Operation operation) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nAuthorization: Bearer %s\r\n"
                .formatted(operation.method(), operation.anyPath(), typeOf(operation), ServiceUnderTest.everybody());
    }

    private static MediaType typeOf(Operation operation) {
        return operation.takesJson() ? MediaType.APPLICATION_JSON : operation.mediaType();
    }

    private int send(Operation operation, byte[] body, @Nullable String encoding) {
        WebTestClient.RequestBodySpec request = service()
                .withToken(ServiceUnderTest.everybody())
                .method(operation.method())
                .uri(operation.anyPath())
                .contentType(typeOf(operation));
        if (encoding != null) {
            request.header(HttpHeaders.CONTENT_ENCODING, encoding);
        }
        EntityExchangeResult<byte[]> answer =
                request.bodyValue(body).exchange().expectBody().returnResult();
        assertThat(new JsonMapper()
                        .readTree(answer.getResponseBody())
                        .path("type")
                        .asString(""))
                .as("%s", operation)
                .startsWith("https://twingrid.io/problems/");
        return answer.getStatus().value();
    }

    /** 64 MB of spaces in 64 KB. */
    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] spaces = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 64; i++) {
                gzip.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
