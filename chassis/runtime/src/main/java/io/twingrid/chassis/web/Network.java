package io.twingrid.chassis.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/** Addresses that belong together, as CIDR (RFC 4632) writes them; a single address is a network of its own. */
public final class Network {
    private final IpSubnetFilterRule rule;

    private Network(IpSubnetFilterRule rule) {
        this.rule = rule;
    }

    /**
     * A network.
     *
     * @param text such as {@code 10.0.0.0/8}, {@code 192.0.2.7} or {@code ::1}
     * @throws IllegalArgumentException if it is neither an address nor a network
     */
    public static Network of(String text) {
        String[] parts = text.split("/", 2);
        if (!isAddress(parts[0])) {
            throw new IllegalArgumentException("'" + text + "' is neither an address nor a network such as 10.0.0.0/8");
        }
        int whole = NetUtil.isValidIpV4Address(parts[0]) ? 32 : 128;
        int prefix = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
        return new Network(new IpSubnetFilterRule(address(parts[0]), prefix, IpFilterRuleType.ACCEPT));
    }

    /** Whether a text is an address; nothing is looked up. */
    public static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }

    /** Whether an address is one of them; {@code address} must be one. */
    public boolean holds(String address) {
        return rule.matches(new InetSocketAddress(address(address), 0));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByAddress(
                    Objects.requireNonNull(NetUtil.createByteArrayFromIpAddressString(text), text));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is no address", e);
        }
    }
}
