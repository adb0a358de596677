package io.twingrid.chassis.testkit.wall;

import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One person's request for one operation, with what the service's test class puts into it. */
final class Probe {
    static final UnaryOperator<Object> AS_IT_IS = UnaryOperator.identity();

    private Probe() {}

    /** @param changed what becomes of a JSON body on its way */
    static FluxExchangeResult<byte[]> send(
            AccessMatrix walls, Operation operation, Persona persona, UnaryOperator<Object> changed) {
        String path = operation.path(name -> walls.idFor(operation.toString(), name, persona));
        String query = walls.queryFor(operation.toString());
        WebTestClient.RequestBodySpec request = walls.service()
                .client()
                .method(operation.method())
                .uri(path + (query.isEmpty() ? "" : "?" + query))
                .accept(MediaType.ALL);
        String token = persona.token();
        if (token != null) {
            request.headers(headers -> headers.setBearerAuth(token));
        }
        Object body = walls.bodyFor(operation.toString(), persona);
        if (operation.takesJson()) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(changed.apply(body == null ? operation.sample() : body));
        } else if (!operation.consumes().isEmpty()) {
            request.contentType(operation.mediaType()).bodyValue(body == null ? new byte[0] : body);
        }
        return request.exchange().returnResult(byte[].class);
    }
}
