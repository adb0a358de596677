package io.twingrid.gateway;

import io.netty.channel.ChannelException;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.ProblemException;
import io.twingrid.gateway.session.ProviderAwayException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
public final class AwayAnswers implements WebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(AwayAnswers.class);
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
        Problem problem = problemOf(exchange, error);
        if (problem.status().is5xxServerError()) {
            log.warn("{} answered {}: {}", serviceOf(exchange), problem.status().value(), error.toString());
        }
        return write(exchange, problem);
    }

    /** Answers with a problem document. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().putAll(problem.headers());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem.document()))));
    }

    private Problem problemOf(ServerWebExchange exchange, Throwable error) {
        String service = serviceOf(exchange);
        return switch (error) {
            case ProblemException known -> known.problem();
            case ResponseStatusException status -> problemOf(exchange, status);
            case ProviderAwayException away ->
                later("The provider that people sign in at is away for the moment. Try again.");
            case ConnectException away ->
                later(service + " is away for the moment. It did not hear you; send it again.");
            case UnknownHostException away ->
                later(service + " is away for the moment. It did not hear you; send it again.");
            case TimeoutException busy -> later(service + " is busy. It did not hear you; send it again.");
            case RejectedExecutionException busy -> later(service + " is busy. It did not hear you; send it again.");
            case IOException broken -> later(service + " broke off. " + whatNow(exchange));
            case ChannelException slow ->
                Problem.of(HttpStatus.REQUEST_TIMEOUT, "too-slow", "The request did not arrive in time.");
            default ->
                Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR, "internal", "This is our fault; the log says what happened.");
        };
    }

    private Problem problemOf(ServerWebExchange exchange, ResponseStatusException error) {
        HttpStatus status = HttpStatus.valueOf(error.getStatusCode().value());
        return switch (status) {
            case NOT_FOUND -> Problem.of(status, "not-found", "No service owns this path.");
            case GATEWAY_TIMEOUT ->
                Problem.of(status, "try-again", serviceOf(exchange) + " did not answer in time. " + whatNow(exchange))
                        .retryAfter(settings.retryAfter());
            case HttpStatus other -> Problem.of(other, kindOf(other), other.getReasonPhrase() + ".");
        };
    }

    /** A request that only reads can be sent again; of a command that was on its way nobody here knows what became of it. */
    private static String whatNow(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)
                ? "Ask again."
                : "It may have been done or not: look before you send it again, or send it with the same Idempotency-Key.";
    }

    private Problem later(String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "try-again", detail).retryAfter(settings.retryAfter());
    }

    private static String kindOf(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String serviceOf(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route == null ? "gateway" : route.getId();
    }
}
