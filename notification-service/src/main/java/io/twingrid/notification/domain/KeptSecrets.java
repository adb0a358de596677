package io.twingrid.notification.domain;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Secrets that this service makes for itself, once for all its instances. */
public interface KeptSecrets {

    /**
     * The secret of this name: the one that is kept, or {@code fresh} from now on, if there is none. Whoever asks at the
     * same time gets the same.
     *
     * @return errors: the store's, if it is away
     */
    Mono<String> keep(String name, Supplier<String> fresh);
}
