package io.twingrid.notification.channel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.twingrid.notification.domain.OutsideGuard;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * The only door through which this service calls what people have named: public addresses, no redirects, no proxies,
 * bounded in time and in what is read of an answer.
 */
public final class Outside implements OutsideGuard, DisposableBean {
    /** A name that ends in a number is an address (WHATWG URL, "ends in a number"): decimal, octal or hexadecimal. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private static final Pattern PLAIN_V4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final OutsideLimits limits;
    private final GuardedResolver resolver;
    private final ConnectionProvider connections;
    private final HttpClient client;

    public Outside(OutsideLimits limits) {
        this.limits = limits;
        this.resolver = new GuardedResolver(limits.allowedHosts(), limits.lookups());
        this.connections = ConnectionProvider.builder("outside")
                .maxConnections(limits.connections())
                .maxIdleTime(limits.idle())
                .build();
        this.client = HttpClient.create(connections)
                .resolver(resolver)
                .followRedirect(false)
                .noProxy()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(limits.connect().toMillis()))
                .responseTimeout(limits.answer());
    }

    /**
     * What was answered.
     *
     * @param status HTTP status
     * @param body its beginning
     * @param retryAfter how long the other side asks us to wait, or null
     */
    public record Reply(int status, String body, @Nullable Duration retryAfter) {
        /** Whether the status is one of the 2xx. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** Posts a body. Errors: the other side cannot be reached, or is not public. */
    public Mono<Reply> post(URI url, Map<String, String> headers, byte[] body) {
        return client.headers(all -> {
                    headers.forEach(all::set);
                    // Some receivers do not take a body in chunks.
                    all.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
                })
                .post()
                .uri(url)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response((response, content) -> beginning(content)
                        .map(text -> new Reply(response.status().code(), text, retryAfter(response))))
                .next();
    }

    @Override
    public Mono<String> objection(URI url) {
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Mono.just("must be a URL with a host, without a user and without a fragment");
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean allowed = limits.allowedHosts().contains(name);
        if (!"https".equals(url.getScheme()) && !(allowed && "http".equals(url.getScheme()))) {
            return Mono.just("must begin with https://");
        }
        if (ENDS_IN_A_NUMBER.matcher(name).matches() && !PLAIN_V4.matcher(name).matches()) {
            return Mono.just("must name its host, or give its address in the usual form");
        }
        return resolver.addresses(name)
                .flatMap(found -> Mono.<String>empty())
                .onErrorResume(
                        NotPublicException.class,
                        e -> Mono.just(
                                "must lead to the public internet; the operator can allow its host by OUTSIDE_HOSTS"))
                .onErrorResume(UnknownHostException.class, e -> Mono.just("has a host that no address is known of"));
    }

    @Override
    public void destroy() {
        resolver.close();
        connections.dispose();
    }

    private Mono<String> beginning(ByteBufFlux content) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        return content.asByteArray()
                .doOnNext(read::writeBytes)
                .takeUntil(part -> read.size() >= limits.answerBytes())
                .then(Mono.fromSupplier(() -> read.toString(UTF_8)));
    }

    /** Only the form in seconds; a date is passed over, and our own pause counts. */
    private static @Nullable Duration retryAfter(HttpClientResponse response) {
        String value = response.responseHeaders().get(HttpHeaderNames.RETRY_AFTER);
        return value != null && SECONDS.matcher(value).matches() ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }
}
