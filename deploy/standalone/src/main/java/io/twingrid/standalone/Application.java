package io.twingrid.standalone;

import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * One application of the town.
 *
 * @param part what it is
 * @param kind which auto-configurations are its own, see {@link OwnAutoConfigurations}
 * @param readiness path that answers 200 once it can do its work
 * @param builder makes it, not started
 */
record Application(Part part, String kind, String readiness, Supplier<SpringApplicationBuilder> builder) {

    private static final String HEALTH = "/actuator/health/readiness";

    static Application service(Part part, Supplier<SpringApplicationBuilder> builder) {
        return new Application(part, "service", HEALTH, builder);
    }

    static Application gateway(Supplier<SpringApplicationBuilder> builder) {
        return new Application(Part.GATEWAY, "gateway", HEALTH, builder);
    }

    static Application provider(Supplier<SpringApplicationBuilder> builder) {
        return new Application(Part.OIDC, "provider", "/.well-known/openid-configuration", builder);
    }
}
