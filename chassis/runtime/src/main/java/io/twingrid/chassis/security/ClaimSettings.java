package io.twingrid.chassis.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Names of the token's claims; every OpenID Connect provider has its own habits.
 *
 * @param roles claim with a list of role names
 * @param areas claim with a list of area ids
 * @param department claim with a department's id
 */
@ConfigurationProperties("chassis.security.claims")
public record ClaimSettings(
        @DefaultValue("roles") String roles,
        @DefaultValue("areas") String areas,
        @DefaultValue("department") String department) {}
