package io.twingrid.standalone.oidc;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The gateway as a client, on behalf of which people sign in: authorization code with PKCE, and nothing else.
 *
 * @param id what it calls itself; no account has this name
 * @param secret what it proves that with; the standalone makes a new one at each start
 * @param origins where browsers reach it, {@code http://localhost:8080}: they are sent back there and nowhere else
 * @param sessionLifetime how long somebody stays signed in at most
 */
record GatewayClient(String id, String secret, List<String> origins, Duration sessionLifetime) {

    private static final String CALLBACK = "/login/oauth2/code/town";
    /** A browser's token is renewed often, so that one who is signed out here is soon out everywhere. */
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);

    RegisteredClient registered() {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> origins.forEach(origin -> uris.add(origin + CALLBACK)))
                .postLogoutRedirectUris(uris -> origins.forEach(origin -> uris.add(origin + "/")))
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false) // it is the town's own front door
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .refreshTokenTimeToLive(sessionLifetime)
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }
}
