package io.twingrid.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The only address that anything here listens on. */
final class Loopback {

    static final String ADDRESS = "127.0.0.1";
    private static final byte[] BYTES = {127, 0, 0, 1};

    private Loopback() {}

    /**
     * Sees that all ports are free, before anything is started.
     *
     * @throws StartFailure names every port that is taken and the variable that moves it
     */
    static void requireFree(StandaloneSettings settings) {
        List<String> taken = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!settings.isOutside(part) && isTaken(settings.port(part))) {
                taken.add("%d (%s, moved by %s)".formatted(settings.port(part), part.title(), part.variable()));
            }
        }
        if (!taken.isEmpty()) {
            throw new StartFailure("%s taken: %s; stop what listens there, or move us."
                    .formatted(taken.size() == 1 ? "A port is" : "Ports are", String.join(", ", taken)));
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without it, connections of a copy that has just stopped would keep its ports for a minute.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(BYTES), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
