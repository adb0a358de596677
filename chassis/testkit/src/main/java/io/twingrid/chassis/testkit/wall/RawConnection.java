package io.twingrid.chassis.testkit.wall;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A connection on which a test can say what no HTTP client would. */
final class RawConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration NOW_AND_THEN = Duration.ofMillis(50);

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    static RawConnection to(String baseUrl) {
        try {
            Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(baseUrl).getPort());
            socket.setSoTimeout(Math.toIntExact(NOW_AND_THEN.toMillis()));
            return new RawConnection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something; false when the other side hangs up meanwhile. */
    boolean say(String text) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** All that the other side says up to the words that are awaited; fails when it does not say them within 15 s. */
    String untilItSays(String awaited) {
        return hear(awaited, "");
    }

    /**
     * All that the other side says until it hangs up, while it is told a little now and then; fails when it does not hang up
     * within 15 s.
     */
    String untilItHangsUp(String little) {
        return hear(null, little);
    }

    private String hear(@Nullable String awaited, String little) {
        StringBuilder heard = new StringBuilder();
        Instant longest = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(longest)) {
            try {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return heard.toString();
                }
                heard.append((char) next);
                if (awaited != null && heard.indexOf(awaited) >= 0) {
                    return heard.toString();
                }
            } catch (SocketTimeoutException stillOpen) {
                say(little);
            } catch (IOException reset) {
                return heard.append("(reset)").toString();
            }
        }
        throw new AssertionError("the connection is still open; heard so far: " + heard);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
