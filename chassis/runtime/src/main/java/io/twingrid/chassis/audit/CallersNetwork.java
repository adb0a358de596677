package io.twingrid.chassis.audit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * From which network somebody asks: the address without its last part, so that it names an office and not a person. Behind
 * one of our gateways it is what the gateway says; what anybody else says of himself is not believed.
 */
final class CallersNetwork {
    private static final String UNKNOWN = "unknown";
    private static final String HEADER = "X-Forwarded-For";
    private static final int IPV4_LENGTH = 4;
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;

    private final List<IpSubnetFilterRule> gateways;

    /** @param gateways networks such as {@code 10.0.0.0/8} */
    CallersNetwork(List<String> gateways) {
        this.gateways = gateways.stream()
                .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
                .toList();
    }

    /** {@code 192.0.2.0/24}, {@code 2001:db8:0:0:0:0:0:0/48}, or {@code unknown}. */
    String of(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        if (peer == null || peer.isUnresolved()) {
            return UNKNOWN;
        }
        String told = request.getHeaders().getFirst(HEADER);
        // Only what is an address already: nothing here asks a name service.
        byte[] address = told != null && gateways.stream().anyMatch(gateway -> gateway.matches(peer))
                ? NetUtil.createByteArrayFromIpAddressString(
                        told.substring(told.lastIndexOf(',') + 1).strip())
                : peer.getAddress().getAddress();
        return address == null ? UNKNOWN : networkOf(address);
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
