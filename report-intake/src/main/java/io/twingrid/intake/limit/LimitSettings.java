package io.twingrid.intake.limit;

import io.twingrid.chassis.web.Network;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one may send.
 *
 * @param remembered persons, addresses and clients that are counted at once
 * @param person requests a minute that change something, of one person
 * @param address requests a minute that change something, without a name, from one address
 * @param exempt addresses or networks that are not counted
 */
@ConfigurationProperties("intake.limits")
public record LimitSettings(
        int remembered,
        int person,
        int address,
        @DefaultValue List<String> exempt) {
    public LimitSettings {
        if (remembered < 1 || person < 1 || address < 1) {
            throw new IllegalArgumentException("intake.limits: remembered, person and address must be positive");
        }
        exempt = List.copyOf(exempt);
        exempt.forEach(Network::of);
    }
}
