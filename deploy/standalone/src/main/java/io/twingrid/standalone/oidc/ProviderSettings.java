package io.twingrid.standalone.oidc;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the provider needs to know.
 *
 * @param issuer its own address as everybody reaches it; the {@code iss} of every token
 * @param accounts the file of accounts; absolute, for Spring looks for others inside the web application
 * @param allowDemonstrationAccounts whether accounts whose passwords anybody can read may be used where other machines
 *     reach the provider
 * @param keyFile where the signing keys are kept; made when missing
 * @param keyLifetime after which a key is replaced; 1 day or more
 * @param audience the {@code aud} of every token: what the services ask for
 * @param tokenLifetime how long a script's token is good; 1 minute to 1 day
 * @param gateway who asks for people's tokens on behalf of their browsers
 * @param wrongPasswords how those who guess are slowed down
 */
@ConfigurationProperties("oidc-provider")
record ProviderSettings(
        URI issuer,
        Path accounts,
        boolean allowDemonstrationAccounts,
        Path keyFile,
        Duration keyLifetime,
        String audience,
        Duration tokenLifetime,
        GatewayClient gateway,
        WrongPasswords wrongPasswords) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    ProviderSettings {
        if (tokenLifetime.compareTo(SHORTEST) < 0 || tokenLifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("oidc-provider.token-lifetime must be 1m to 1d, not " + tokenLifetime);
        }
        if (keyLifetime.compareTo(LONGEST) < 0) {
            throw new IllegalArgumentException("oidc-provider.key-lifetime must be 1d or more, not " + keyLifetime);
        }
    }
}
