package io.twingrid.gateway.session;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The OpenID Connect provider as a client knows it, out of its own metadata. They are asked for when the first person signs
 * in: the gateway starts, and serves everybody else, without the provider.
 */
final class Provider implements ReactiveClientRegistrationRepository {

    /** The registration's name; it stands in the paths of signing in. */
    static final String ID = "town";

    private static final Logger log = LoggerFactory.getLogger(Provider.class);
    private static final Duration METADATA_HOLD = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Mono<ClientRegistration> registration;

    Provider(SessionSettings settings) {
        this.registration = Mono.fromCallable(() -> lookUp(settings))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnError(e -> log.warn("the provider {} says nothing of itself: {}", settings.issuer(), e.toString()))
                .onErrorMap(ProviderAwayException::new)
                .cache(found -> METADATA_HOLD, error -> AFTER_FAILURE, () -> AFTER_FAILURE);
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return id.equals(ID) ? registration : Mono.empty();
    }

    private static ClientRegistration lookUp(SessionSettings settings) {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes().split(" ", -1))
                .redirectUri(settings.publicUrl() + "/login/oauth2/code/{registrationId}")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
