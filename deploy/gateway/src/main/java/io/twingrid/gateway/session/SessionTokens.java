package io.twingrid.gateway.session;

import io.twingrid.chassis.problem.Problem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Gives a request of somebody who is signed in the bearer token that his session holds, renewed when it is due. A request that
 * brings a token of its own keeps it. Cookies go no further than here.
 */
final class SessionTokens implements GlobalFilter, Ordered {

    private static final int BEFORE_ROUTING = 0;

    private final ReactiveOAuth2AuthorizedClientManager clients;
    /** By session, what its requests wait for at this moment. */
    private final Map<String, Mono<String>> underWay = new ConcurrentHashMap<>();

    SessionTokens(ReactiveOAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    @Override
    public int getOrder() {
        return BEFORE_ROUTING;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!CookieSessions.actsBySession(exchange)) {
            return chain.filter(withoutCookies(exchange));
        }
        return exchange.getPrincipal()
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(person -> exchange.getSession().flatMap(session -> tokenOf(person, session, exchange)))
                .map(token -> withToken(exchange, token))
                .defaultIfEmpty(exchange)
                .map(SessionTokens::withoutCookies)
                .flatMap(chain::filter);
    }

    /** A refresh token is good once: requests of one session that come together share one renewal. */
    private Mono<String> tokenOf(OAuth2AuthenticationToken person, WebSession session, ServerWebExchange exchange) {
        return underWay.computeIfAbsent(session.getId(), id -> renewed(person, session, exchange)
                .doFinally(end -> underWay.remove(id))
                .cache());
    }

    private Mono<String> renewed(OAuth2AuthenticationToken person, WebSession session, ServerWebExchange exchange) {
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(
                        person.getAuthorizedClientRegistrationId())
                .principal(person)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build();
        return clients.authorize(request)
                .map(OAuth2AuthorizedClient::getAccessToken)
                .map(token -> token.getTokenValue())
                .onErrorMap(e -> !(e instanceof ClientAuthorizationException), ProviderAwayException::new)
                .onErrorResume(
                        ClientAuthorizationException.class,
                        e -> isOver(e)
                                ? session.invalidate()
                                        .then(Mono.error(() -> signedOut().asException()))
                                : Mono.error(new ProviderAwayException(e)));
    }

    /** The provider does not renew it: the person was signed out there, or it is simply over. Anything else may pass. */
    private static boolean isOver(ClientAuthorizationException refused) {
        return refused instanceof ClientAuthorizationRequiredException
                || OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode());
    }

    private static Problem signedOut() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "signed-out", "Your session is over; sign in again.");
    }

    private static ServerWebExchange withToken(ServerWebExchange exchange, String token) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                .build();
    }

    private static ServerWebExchange withoutCookies(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(HttpHeaders.COOKIE)))
                .build();
    }
}
