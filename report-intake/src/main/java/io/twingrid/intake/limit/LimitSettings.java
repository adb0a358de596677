package io.twingrid.intake.limit;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one may send.
 *
 * @param remembered persons, addresses and clients that are counted at once
 * @param person requests a minute that change something, of one person
 * @param address requests a minute that change something, without a name, from one address
 * @param proxies addresses or networks (CIDR) of our own front doors, which say who came to them
 * @param forwarded the header in which they say it: {@code X-Forwarded-For}, or {@code Forwarded} (RFC 7239)
 * @param exempt addresses or networks that are not counted
 */
@ConfigurationProperties("intake.limits")
public record LimitSettings(
        int remembered,
        int person,
        int address,
        @DefaultValue List<String> proxies,
        String forwarded,
        @DefaultValue List<String> exempt) {
    public LimitSettings {
        if (remembered < 1 || person < 1 || address < 1) {
            throw new IllegalArgumentException("intake.limits: remembered, person and address must be positive");
        }
        if (!List.of("X-Forwarded-For", "Forwarded").contains(forwarded)) {
            throw new IllegalArgumentException("intake.limits.forwarded must be X-Forwarded-For or Forwarded");
        }
        proxies = List.copyOf(proxies);
        exempt = List.copyOf(exempt);
        proxies.forEach(Network::of);
        exempt.forEach(Network::of);
    }
}
