package io.twingrid.chassis.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Host and port of a listener: checked, reserved, and named for those who connect. */
final class Endpoints {

    static final String LOOPBACK = "127.0.0.1";
    static final int ANY_FREE_PORT = 0;
    private static final int HIGHEST_PORT = 65_535;

    private Endpoints() {}

    static void requireValid(String host, int port) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must name an address to listen on, such as " + LOOPBACK);
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port must be 0 (a free one) to " + HIGHEST_PORT + ", not " + port);
        }
    }

    /**
     * Binds the port now, so that a taken one is known before anything is started. The caller closes the socket right
     * before the real listener binds; two reservations held at once are never the same port.
     *
     * @param what who wants to listen, for the message, such as "The broker"
     * @throws EmbeddedStartException when the port is taken or the host is not an address of this machine
     */
    static ServerSocket reserve(String what, String host, int port) {
        try {
            ServerSocket socket = new ServerSocket();
            try {
                // Without it, connections of a process that has just ended would keep their port for a minute.
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(host, port));
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "%s cannot listen on %s:%d (%s): stop what uses that port, or choose another one."
                            .formatted(what, host, port, e.getMessage()),
                    e);
        }
    }

    /** The name under which others reach a listener: the host itself, or this machine's name when it listens everywhere. */
    static String reachable(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress()
                    ? InetAddress.getLocalHost().getCanonicalHostName()
                    : host;
        } catch (UnknownHostException e) {
            throw new EmbeddedStartException(
                    "The host %s is not known here: use an address of this machine, such as %s."
                            .formatted(host, LOOPBACK),
                    e);
        }
    }
}
