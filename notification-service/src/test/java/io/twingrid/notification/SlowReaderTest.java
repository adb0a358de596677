package io.twingrid.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A reader who stops reading is disconnected; the others do not notice. */
class SlowReaderTest {
    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 60;

    private final String community = Town.unique("c");
    private final Town.Person lead = Town.lead(community);

    @Test
    void aReaderWhoDoesNotReadIsDisconnectedAndTheOthersGoOn() throws IOException {
        try (Town town = Town.start("NOTICE_QUEUE=16", "NOTICE_PATIENCE=500ms", "NOTICE_SEND_BUFFER=4KB");
                LiveReader attentive = town.live(lead);
                Socket asleep = connectAndNeverRead(town)) {
            Awaitility.await("both are connected").atMost(Town.PATIENCE).until(() -> clients(town) == 2);

            List<String> sent = new ArrayList<>();
            for (int batch = 0; batch < MOST_BATCHES && disconnectedAsSlow(town) == 0; batch++) {
                for (int i = 0; i < BATCH; i++) {
                    sent.add(town.routed(community, "observer-1"));
                }
                attentive.awaitNotices(sent.size());
            }

            assertThat(disconnectedAsSlow(town)).isEqualTo(1);
            Awaitility.await("one is gone").atMost(Town.PATIENCE).until(() -> clients(town) == 1);
            assertThat(endOf(asleep)).isTrue();
            sent.add(town.routed(community, "observer-1"));
            attentive.awaitNotices(sent.size());
            assertThat(attentive.reports()).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    private Socket connectAndNeverRead(Town town) throws IOException {
        URI service = URI.create(town.service().baseUrl());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        socket.getOutputStream()
                .write("GET /api/notices/stream HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(service.getAuthority(), lead.token())
                        .getBytes(US_ASCII));
        return socket;
    }

    /** Reads what the kernel still holds; true if it is followed by the end of the connection and not by more. */
    private static boolean endOf(Socket socket) throws IOException {
        socket.setSoTimeout((int) Town.PATIENCE.toMillis());
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static double clients(Town town) {
        return town.service()
                .bean(MeterRegistry.class)
                .get("notices.clients")
                .gauge()
                .value();
    }

    private static double disconnectedAsSlow(Town town) {
        return town.service()
                .bean(MeterRegistry.class)
                .get("notices.disconnected")
                .tag("reason", "slow")
                .counter()
                .count();
    }
}
