package io.twingrid.chassis.problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents where no controller answers: for filters, and for what they throw. */
@Component
@Order(ProblemAnswers.BEFORE_BOOT)
public final class ProblemAnswers implements WebExceptionHandler {
    /** Just before Spring Boot's own handler, which answers in its own form. */
    static final int BEFORE_BOOT = -2;

    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return exchange.getResponse().isCommitted()
                ? Mono.error(error) // half an answer is out: all that is left is to cut the connection
                : write(exchange, Problems.of(error));
    }

    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().putAll(problem.headers());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem.document()))));
    }
}
