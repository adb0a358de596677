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
 * @param keyFile where the signing key is kept; made when missing
 * @param audience the {@code aud} of every token: what the services ask for
 * @param tokenLifetime how long a token is good; 1 minute to 1 day
 */
@ConfigurationProperties("oidc-provider")
record ProviderSettings(URI issuer, Path accounts, Path keyFile, String audience, Duration tokenLifetime) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    ProviderSettings {
        if (tokenLifetime.compareTo(SHORTEST) < 0 || tokenLifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("oidc-provider.token-lifetime must be 1m to 1d, not " + tokenLifetime);
        }
    }
}
