package io.twingrid.chassis.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read {@code /actuator/prometheus}; it tells how much is going on, which is nobody's business outside.
 *
 * @param open anybody: for a service that only its operator's network can reach
 * @param role the role that a token needs otherwise, beside {@code admin}
 */
@ConfigurationProperties("chassis.security.metrics")
record MetricsAccess(
        @DefaultValue("false") boolean open,
        @DefaultValue("metrics") String role) {}
