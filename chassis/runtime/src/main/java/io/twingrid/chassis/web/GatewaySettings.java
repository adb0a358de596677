package io.twingrid.chassis.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our own front doors, and how they say who came to them.
 *
 * @param networks addresses or networks (CIDR) of the doors; nobody else is believed
 * @param header in which they say it: {@code X-Forwarded-For}, or {@code Forwarded} (RFC 7239)
 */
@ConfigurationProperties("chassis.gateways")
record GatewaySettings(
        @DefaultValue List<String> networks,
        @DefaultValue("X-Forwarded-For") String header) {
    static final String FORWARDED = "Forwarded";

    GatewaySettings {
        networks = List.copyOf(networks);
        networks.forEach(Network::of);
        if (!header.equals("X-Forwarded-For") && !header.equals(FORWARDED)) {
            throw new IllegalArgumentException(
                    "chassis.gateways.header must be X-Forwarded-For or Forwarded, not " + header);
        }
    }
}
