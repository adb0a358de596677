package io.twingrid.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people sign in, and how long a browser stays signed in.
 *
 * @param issuer the OpenID Connect provider
 * @param clientId what the gateway is called there
 * @param clientSecret what it proves that with
 * @param publicUrl where browsers reach the gateway, without a slash at the end; {@code {baseUrl}} takes the request's word
 * @param scopes what is asked for, separated by spaces; with {@code openid}
 * @param idle until a session that nobody uses ends
 * @param longest until a session ends whatever happens
 * @param most sessions at once; no more can sign in then
 * @param signingIn how long a person may take to sign in
 * @param mostSigningIn people who are signing in at once; beyond them the one who began first must begin anew
 * @param contentSecurityPolicy what a page may load and run; {@code {issuer}} stands for the provider
 */
@ConfigurationProperties("gateway.session")
record SessionSettings(
        String issuer,
        String clientId,
        String clientSecret,
        String publicUrl,
        String scopes,
        Duration idle,
        Duration longest,
        int most,
        Duration signingIn,
        int mostSigningIn,
        String contentSecurityPolicy) {

    SessionSettings {
        requirePositive(idle, "idle");
        requirePositive(longest, "longest");
        requirePositive(signingIn, "signing-in");
        if (most < 1 || mostSigningIn < 1) {
            throw new IllegalArgumentException("gateway.session.most and most-signing-in must be at least 1");
        }
    }

    private static void requirePositive(Duration time, String name) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("gateway.session." + name + " must be longer than nothing, not " + time);
        }
    }
}
