package io.twingrid.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * People who are at the provider's door. Kept apart from the sessions, bounded, and tied to the browser by a cookie: whoever
 * only begins to sign in, ten thousand times, takes nobody's place.
 */
final class PendingSignIns implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "__Host-signing-in";
    private static final int COOKIE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SessionSettings settings;
    private final Cache<Key, OAuth2AuthorizationRequest> pending;

    PendingSignIns(SessionSettings settings) {
        this.settings = settings;
        this.pending = Caffeine.newBuilder()
                .maximumSize(settings.mostSigningIn())
                .expireAfterWrite(settings.signingIn())
                .build();
    }

    private record Key(String browser, String state) {}

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            String browser = newBrowser();
            pending.put(new Key(browser, Objects.requireNonNull(request.getState())), request);
            exchange.getResponse()
                    .addCookie(ResponseCookie.from(COOKIE, browser)
                            .httpOnly(true)
                            .secure(true)
                            .sameSite("Lax") // it must come along when the provider sends the browser back
                            .path("/")
                            .maxAge(settings.signingIn())
                            .build());
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> {
            Key key = keyOf(exchange);
            return key == null ? null : pending.getIfPresent(key);
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> {
            Key key = keyOf(exchange);
            return key == null ? null : pending.asMap().remove(key);
        });
    }

    private static @Nullable Key keyOf(ServerWebExchange exchange) {
        HttpCookie browser = exchange.getRequest().getCookies().getFirst(COOKIE);
        String state = exchange.getRequest().getQueryParams().getFirst("state");
        return browser == null || state == null ? null : new Key(browser.getValue(), state);
    }

    private String newBrowser() {
        byte[] bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
