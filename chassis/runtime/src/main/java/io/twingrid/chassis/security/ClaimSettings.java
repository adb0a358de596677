package io.twingrid.chassis.security;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jwt.Jwt;

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
        @DefaultValue("department") String department) {

    /** Who a token speaks of. */
    Caller callerOf(Jwt token) {
        return new Caller(
                token.getSubject(), setOf(token, roles), setOf(token, areas), token.getClaimAsString(department));
    }

    private static Set<String> setOf(Jwt token, String claim) {
        List<String> values = token.getClaimAsStringList(claim);
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
