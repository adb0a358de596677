package io.twingrid.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a caller hears when the gateway cannot pass a request on: an
 * <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> problem document with the services' own types. 503 with
 * {@code Retry-After} when a service is away, 504 when it did not answer in time, 404 for a path that nobody owns.
 */
final class AwayAnswers implements WebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(AwayAnswers.class);
    private static final String TYPES = "https://twingrid.io/problems/";
    /** Just before Spring Boot's own handler, which answers in its own form. */
    private static final int BEFORE_BOOT = -2;

    private final JsonMapper json;
    private final GatewaySettings settings;

    AwayAnswers(JsonMapper json, GatewaySettings settings) {
        this.json = json;
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return BEFORE_BOOT;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error); // half an answer is out: all that is left is to cut the connection
        }
        ProblemDetail problem = problemOf(exchange, error);
        HttpStatusCode status = HttpStatusCode.valueOf(problem.getStatus());
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status.is5xxServerError()) {
            log.warn("{} answered {}: {}", serviceOf(exchange), status.value(), error.toString());
            response.getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(settings.retryAfter().toSeconds()));
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }

    private static ProblemDetail problemOf(ServerWebExchange exchange, Throwable error) {
        String service = serviceOf(exchange);
        if (error instanceof ResponseStatusException status) {
            return switch (HttpStatus.valueOf(status.getStatusCode().value())) {
                case NOT_FOUND -> problem(HttpStatus.NOT_FOUND, "not-found", "No service owns this path.");
                case GATEWAY_TIMEOUT ->
                    problem(HttpStatus.GATEWAY_TIMEOUT, "try-again", service + " did not answer in time.");
                case HttpStatus other -> problem(other, kindOf(other), other.getReasonPhrase() + ".");
            };
        }
        if (error instanceof IOException) {
            return problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "try-again",
                    service + " is away for the moment. Nothing was lost that was answered; send it again.");
        }
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "This is our fault; the log says what happened.");
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + type));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }

    private static String kindOf(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String serviceOf(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route == null ? "gateway" : route.getId();
    }
}
