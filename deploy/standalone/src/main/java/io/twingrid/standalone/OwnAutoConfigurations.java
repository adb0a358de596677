package io.twingrid.standalone;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps each application of this JVM to the auto-configurations of its own class path: alone, a service has no gateway and
 * no servlet container on it, and the gateway no Kafka.
 */
final class OwnAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    /** The property that says which kind of application a context is: {@code service} or {@code gateway}. */
    static final String KIND = "standalone.kind";

    private static final List<String> SERVLETS = List.of(
            "org.springframework.boot.tomcat.",
            "org.springframework.boot.servlet.",
            "org.springframework.boot.webmvc.",
            "org.springframework.boot.security.oauth2.server.authorization.");

    private static final List<String> NOT_A_SERVICES = List.of(
            "org.springframework.boot.security.oauth2.client.",
            "org.springframework.cloud.gateway.",
            "org.springframework.cloud.client.");

    private static final List<String> NOT_THE_GATEWAYS = List.of(
            "io.twingrid.chassis.",
            "org.springdoc.",
            "org.springframework.boot.integration.",
            "org.springframework.boot.kafka.",
            "org.springframework.boot.mongodb.",
            "org.springframework.boot.persistence.",
            "org.springframework.boot.security.oauth2.server.",
            "org.springframework.boot.transaction.",
            "org.springframework.cloud.function.",
            "org.springframework.cloud.stream.",
            "org.springframework.cloud.gateway.config.GatewayFunction",
            "org.springframework.cloud.gateway.config.GatewayStream");

    private List<String> notOurs = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        notOurs = switch (environment.getProperty(KIND, "")) {
            case "service" -> NOT_A_SERVICES;
            case "gateway" -> NOT_THE_GATEWAYS;
            default -> List.of();
        };
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            matches[i] = isOurs(candidates[i]);
        }
        return matches;
    }

    private boolean isOurs(@Nullable String candidate) {
        return candidate == null
                || notOurs.isEmpty()
                || (SERVLETS.stream().noneMatch(candidate::startsWith)
                        && notOurs.stream().noneMatch(candidate::startsWith));
    }
}
