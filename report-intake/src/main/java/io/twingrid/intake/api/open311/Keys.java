package io.twingrid.intake.api.open311;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.intake.domain.ApiClient;
import io.twingrid.intake.domain.ApiClients;
import io.twingrid.intake.limit.RateLimits;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who sends with a key, and whether he may send more. */
@Component
final class Keys {
    private final ApiClients clients;
    private final RateLimits limits;

    Keys(ApiClients clients, RateLimits limits) {
        this.clients = clients;
        this.limits = limits;
    }

    /** The key's owner; 403 if the key is missing or opens nothing, 429 if he asks too often. */
    Mono<ApiClient> client(Params form) {
        String key = form.get("api_key");
        return Mono.justOrEmpty(key)
                .flatMap(clients::byKey)
                .switchIfEmpty(Mono.error(() -> Problem.forbidden(
                                key == null ? "api_key is missing." : "This api_key is not known, or was revoked.")
                        .asException()))
                .doOnNext(client -> limits.count("client " + client.name(), client.perMinute()));
    }
}
