package io.twingrid.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An environment in which every part has a port that was free a moment ago. */
final class FreePorts {

    private FreePorts() {}

    static Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>();
        List<ServerSocket> held = new ArrayList<>(); // all at once, so that no two are the same
        for (Part part : Part.values()) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            environment.put(part.variable(), String.valueOf(socket.getLocalPort()));
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return environment;
    }
}
