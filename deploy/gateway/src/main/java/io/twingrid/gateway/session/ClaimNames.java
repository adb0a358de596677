package io.twingrid.gateway.session;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the provider calls what a page wants to know; the services' settings of the same names say it again.
 *
 * @param roles claim with a list of role names
 * @param areas claim with a list of area ids
 * @param department claim with a department's id
 */
@ConfigurationProperties("gateway.session.claims")
record ClaimNames(String roles, String areas, String department) {}
