package io.twingrid.notification.api;

import io.twingrid.chassis.security.Caller;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Patrols;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The audiences of a caller, as they are today: by his token, and for an observer by where he rides. */
@Component
class Audiences {
    private final Patrols patrols;

    Audiences(Patrols patrols) {
        this.patrols = patrols;
    }

    /** All audiences of a caller. Errors: the store's, if it is away. */
    Mono<Set<Audience>> of(Caller caller) {
        Set<Audience> byToken = Audience.of(caller.requiredId(), caller.roles(), caller.areas(), caller.department());
        if (!caller.is("observer")) {
            return Mono.just(byToken);
        }
        return patrols.audiencesOf(caller.requiredId()).map(byPatrol -> {
            Set<Audience> all = new TreeSet<>(byToken);
            all.addAll(byPatrol);
            return all;
        });
    }
}
