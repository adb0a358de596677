package io.twingrid.notification.channel.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are out in the open, as the IANA registries of special-purpose addresses (RFC 6890 and its updates) have
 * it. Of IPv6 only what is given to networks of the world is, so that every form that carries an IPv4 address inside is
 * not; an IPv4-mapped one is an {@link Inet4Address} to Java already.
 */
final class PublicAddresses {
    private static final IpSubnetFilterRule GLOBAL_V6 = net("2000::/3");
    private static final List<IpSubnetFilterRule> SPECIAL_V6 = nets(
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: an IPv4 address inside
            "3fff::/20"); // documentation
    private static final List<IpSubnetFilterRule> SPECIAL_V4 = nets(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind a carrier's NAT; a cloud's metadata at 100.100.100.200
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local; other clouds' metadata at 169.254.169.254
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments; metadata at 192.0.0.192
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays, given up
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return address instanceof Inet4Address
                ? SPECIAL_V4.stream().noneMatch(net -> net.matches(socket))
                : GLOBAL_V6.matches(socket) && SPECIAL_V6.stream().noneMatch(net -> net.matches(socket));
    }

    private static List<IpSubnetFilterRule> nets(String... cidrs) {
        return Stream.of(cidrs).map(PublicAddresses::net).toList();
    }

    private static IpSubnetFilterRule net(String cidr) {
        int slash = cidr.indexOf('/');
        return new IpSubnetFilterRule(
                cidr.substring(0, slash), Integer.parseInt(cidr.substring(slash + 1)), IpFilterRuleType.REJECT);
    }
}
