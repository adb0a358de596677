package io.twingrid.escalation.channel;

import io.netty.channel.ChannelOption;
import io.twingrid.escalation.domain.forward.CarrierException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Calls of departments' systems. Only the addresses of the operator's file are called: a redirect is not followed, it is a
 * failure. Every call has an end, and every failure a sentence that names no secret.
 */
final class HttpCalls {
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final WebClient client;
    private final Duration within;

    /** @param within how long one call may take, from connecting to the last byte */
    HttpCalls(Duration within) {
        this.within = within;
        HttpClient http = HttpClient.create()
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(within.toMillis()));
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    WebClient.RequestBodySpec post(String uri) {
        return client.post().uri(java.net.URI.create(uri));
    }

    WebClient.RequestHeadersSpec<?> get(String uri) {
        return client.get().uri(java.net.URI.create(uri));
    }

    /** The body of a good answer; empty if it has none. */
    Mono<String> answer(WebClient.RequestHeadersSpec<?> request) {
        return request.exchangeToMono(HttpCalls::bodyOf)
                .timeout(within)
                .onErrorMap(e -> !(e instanceof CarrierException), this::inWords);
    }

    private static Mono<String> bodyOf(ClientResponse response) {
        int status = response.statusCode().value();
        return status / HUNDRED == SUCCESS
                ? response.bodyToMono(String.class)
                : response.releaseBody().then(Mono.error(new CarrierException(refusal(status))));
    }

    private static String refusal(int status) {
        return "It answered " + status + (status / HUNDRED == 3 ? "; redirects are not followed." : ".");
    }

    private CarrierException inWords(Throwable e) {
        if (e instanceof TimeoutException) {
            return new CarrierException("It did not answer within " + within.toMillis() + " ms.", e);
        }
        Throwable cause = e instanceof WebClientRequestException && e.getCause() != null ? e.getCause() : e;
        return new CarrierException("It cannot be reached (" + cause.getClass().getSimpleName() + ").", e);
    }
}
