package io.twingrid.chassis.audit;

import io.netty.util.NetUtil;
import io.twingrid.chassis.web.CallerAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** From which network somebody asks: the address without its last part, so that it names an office and not a person. */
final class CallersNetwork {
    private static final int IPV4_LENGTH = 4;
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;

    private final CallerAddress addresses;

    CallersNetwork(CallerAddress addresses) {
        this.addresses = addresses;
    }

    /** {@code 192.0.2.0/24}, {@code 2001:db8:0:0:0:0:0:0/48}, or {@link CallerAddress#UNKNOWN}. */
    String of(ServerHttpRequest request) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(addresses.of(request));
        return address == null ? CallerAddress.UNKNOWN : networkOf(address);
    }

    private static String networkOf(byte[] address) {
        int kept = address.length == IPV4_LENGTH ? IPV4_KEPT : IPV6_KEPT;
        byte[] network = address.clone();
        Arrays.fill(network, kept, network.length, (byte) 0);
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/" + kept * Byte.SIZE;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for a wrong length
        }
    }
}
