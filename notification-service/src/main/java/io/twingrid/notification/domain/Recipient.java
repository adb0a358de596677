package io.twingrid.notification.domain;

import java.util.Set;

/**
 * Somebody who can be told outside the live stream.
 *
 * @param person the token's {@code sub}
 * @param audiences those that he belonged to when his token was last seen
 * @param preferences how he wants to be told
 */
public record Recipient(String person, Set<Audience> audiences, Preferences preferences) {
    public Recipient {
        audiences = Set.copyOf(audiences);
    }
}
