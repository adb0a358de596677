package io.twingrid.chassis.security;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys: fetched when the first token comes, again when they are old or a token names one that is not
 * there, and never more often than the settings allow: a stranger who makes up key ids must not make us flood the issuer.
 *
 * <p>Keys that are old still serve while the issuer is away.
 */
final class IssuerKeys {
    private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);
    private static final String METADATA = "/.well-known/openid-configuration";
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final WebClient http = WebClient.create();
    private final String issuer;
    private final Duration maxAge;
    private final Clock clock;
    private final Mono<JWKSet> fetched;
    private volatile Known known = new Known(new JWKSet(), Instant.EPOCH);

    /** @param address where the keys are, or null to ask the issuer's metadata */
    IssuerKeys(String issuer, @Nullable String address, KeySettings settings, Clock clock) {
        this.issuer = issuer;
        this.maxAge = settings.maxAge();
        this.clock = clock;
        this.fetched = Mono.defer(() -> address == null ? addressInMetadata() : Mono.just(address))
                .flatMap(this::fetch)
                .timeout(settings.patience())
                .doOnNext(keys -> known = new Known(keys, clock.instant()))
                .doOnError(e -> log.warn("the keys of {} cannot be fetched: {}", issuer, e.toString()))
                // One answer for all who ask within the pause, an error too.
                .cache(keys -> settings.pause(), error -> PAUSE_AFTER_FAILURE, settings::pause);
    }

    private record Known(JWKSet keys, Instant since) {
        boolean has(JWKSelector wanted) {
            return !wanted.select(keys).isEmpty();
        }
    }

    /** The keys, as fresh as may be for a token with this header; fails when the issuer is away and no key at hand fits. */
    Mono<JWKSet> fitting(JWSHeader header) {
        Known now = known;
        boolean fits = now.has(new JWKSelector(JWKMatcher.forJWSHeader(header)));
        if (fits && clock.instant().isBefore(now.since().plus(maxAge))) {
            return Mono.just(now.keys());
        }
        return fits ? fetched.onErrorReturn(now.keys()) : fetched;
    }

    private Mono<String> addressInMetadata() {
        return http.get()
                .uri(issuer + METADATA)
                .retrieve()
                .bodyToMono(new ParameterizedTypeReference<Map<String, Object>>() {})
                .map(metadata -> {
                    if (!issuer.equals(metadata.get("issuer"))) {
                        throw new IllegalStateException(
                                "the metadata at %s are those of %s".formatted(issuer, metadata.get("issuer")));
                    }
                    return String.valueOf(metadata.get("jwks_uri"));
                });
    }

    private Mono<JWKSet> fetch(String address) {
        return http.get().uri(address).retrieve().bodyToMono(String.class).map(IssuerKeys::read);
    }

    private static JWKSet read(String json) {
        try {
            return JWKSet.parse(json).toPublicJWKSet();
        } catch (ParseException e) {
            throw new IllegalStateException("the issuer's keys cannot be read", e);
        }
    }
}
