package io.twingrid.intake.limit;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.ProblemException;
import io.twingrid.chassis.web.CallerAddress;
import io.twingrid.chassis.web.Network;
import java.security.Principal;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Counts what changes something: by person where there is a token, else by address. Stands behind the check of tokens. */
public final class RateLimitFilter implements WebFilter, Ordered {
    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RateLimits limits;
    private final LimitSettings settings;
    private final CallerAddress addresses;
    private final List<Network> exempt;
    private final JsonMapper json;

    public RateLimitFilter(RateLimits limits, LimitSettings settings, CallerAddress addresses, JsonMapper json) {
        this.limits = limits;
        this.settings = settings;
        this.addresses = addresses;
        this.exempt = settings.exempt().stream().map(Network::of).toList();
        this.json = json;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String address = addresses.of(request);
        if (!request.getPath().value().startsWith("/api/")
                || READING.contains(request.getMethod())
                || isExempt(address)) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty("")
                .flatMap(person -> {
                    try {
                        if (person.isEmpty()) {
                            limits.count("address " + address, settings.address());
                        } else {
                            limits.count("person " + person, settings.person());
                        }
                    } catch (ProblemException tooMany) {
                        return answer(exchange, tooMany.problem());
                    }
                    return chain.filter(exchange);
                });
    }

    private boolean isExempt(String address) {
        return !address.equals(CallerAddress.UNKNOWN) && exempt.stream().anyMatch(network -> network.holds(address));
    }

    private Mono<Void> answer(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().addAll(problem.headers());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem.document()))));
    }
}
