package io.twingrid.notification.api;

import io.twingrid.chassis.security.Caller;
import io.twingrid.notification.domain.Audience;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The audiences of a caller, as they are today. */
@Component
class Audiences {
    Mono<Set<Audience>> of(Caller caller) {
        return Mono.just(Audience.of(caller.requiredId(), caller.roles(), caller.areas(), caller.department()));
    }
}
