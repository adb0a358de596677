package io.twingrid.notification.domain;

import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Those who can be told outside the live stream: whoever has said how, or registered a device. There is no directory of
 * people; whose audiences are whose is what their tokens said last. Errors of every method: the store's, if it is away.
 */
public interface Recipients {

    /** Those who belong to one of these audiences. */
    Flux<Recipient> among(Set<Audience> audiences);

    /** How a person wants to be told; {@link Preferences#USUAL} if he has not said. */
    Mono<Preferences> preferencesOf(String person);

    /** Keeps how a person wants to be told, and who he is today. */
    Mono<Void> save(String person, Set<Audience> audiences, Preferences preferences);

    /** Makes a person a recipient if he is none: he registered a device. His preferences stay, or are the usual ones. */
    Mono<Void> enrol(String person, Set<Audience> audiences);

    /** Keeps who a recipient is today; nothing for whoever is none. */
    Mono<Void> seen(String person, Set<Audience> audiences);
}
