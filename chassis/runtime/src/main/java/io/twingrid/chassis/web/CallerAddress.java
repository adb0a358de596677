package io.twingrid.chassis.web;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * From which address somebody asks: the nearest one on the way that is not a front door of our own. Only our doors are
 * believed when they say who came to them; what stands before the first stranger, that stranger may have written.
 */
public final class CallerAddress {
    /** Where nobody says, or says what is no address. */
    public static final String UNKNOWN = "unknown";

    /** A hop in X-Forwarded-For, or behind {@code for=} in Forwarded (RFC 7239): an address, perhaps with a port. */
    private static final Pattern HOP =
            Pattern.compile("\"?(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)|([0-9A-Fa-f:]+))(?::\\d+)?\"?");

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=([^;]+)");

    private final List<Network> doors;
    private final String header;

    CallerAddress(GatewaySettings settings) {
        this.doors = settings.networks().stream().map(Network::of).toList();
        this.header = settings.header();
    }

    /** The address that {@code request} came from, or {@link #UNKNOWN}; nothing is looked up. */
    public String of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        String nearest = remote == null || remote.getAddress() == null
                ? UNKNOWN
                : remote.getAddress().getHostAddress();
        List<String> hops = hops(request.getHeaders());
        for (int i = hops.size() - 1; i >= 0 && isOurDoor(nearest); i--) {
            nearest = hops.get(i);
        }
        return nearest;
    }

    private List<String> hops(HttpHeaders headers) {
        List<String> hops = new ArrayList<>();
        for (String line : headers.getOrEmpty(header)) {
            for (String element : line.split(",", -1)) {
                hops.add(hop(header.equals(GatewaySettings.FORWARDED) ? behindFor(element) : element.strip()));
            }
        }
        return hops;
    }

    private static String behindFor(String element) {
        Matcher matcher = FOR.matcher(element);
        return matcher.find() ? matcher.group(1).strip() : UNKNOWN;
    }

    private static String hop(String text) {
        Matcher matcher = HOP.matcher(text);
        if (!matcher.matches()) {
            return UNKNOWN;
        }
        String address = firstOf(matcher.group(1), matcher.group(2), matcher.group(3));
        // Whatever is no address must not be looked up as a name.
        return Network.isAddress(address) ? address : UNKNOWN;
    }

    private static String firstOf(@Nullable String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }

    private boolean isOurDoor(String address) {
        return !address.equals(UNKNOWN) && doors.stream().anyMatch(door -> door.holds(address));
    }
}
