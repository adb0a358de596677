package io.twingrid.gateway.session;

import io.twingrid.chassis.problem.Problem;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
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
                .flatMap(person -> tokenOf(person, exchange))
                .map(token -> withToken(exchange, token))
                .defaultIfEmpty(exchange)
                .map(SessionTokens::withoutCookies)
                .flatMap(chain::filter);
    }

    private Mono<String> tokenOf(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(
                        person.getAuthorizedClientRegistrationId())
                .principal(person)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build();
        return clients.authorize(request)
                .map(OAuth2AuthorizedClient::getAccessToken)
                .map(token -> token.getTokenValue())
                // The provider does not renew it: the person was signed out there, or it is simply over.
                .onErrorResume(ClientAuthorizationException.class, e -> exchange.getSession()
                        .flatMap(WebSession::invalidate)
                        .then(Mono.error(() -> Problem.of(
                                        HttpStatus.UNAUTHORIZED, "signed-out", "Your session is over; sign in again.")
                                .asException())));
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
