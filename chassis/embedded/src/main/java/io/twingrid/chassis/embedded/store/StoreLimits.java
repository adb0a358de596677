package io.twingrid.chassis.embedded.store;

import java.time.Duration;

/**
 * The bounds of what the store does for its clients beside answering.
 *
 * @param maintainEvery how often the engine looks whether it is within its bounds
 * @param cursorIdle how long a result stays open that nobody reads on from
 * @param expireEvery how often documents are looked for whose time is up
 * @param expireBatch documents that are removed in one go before other writers get their turn
 */
public record StoreLimits(Duration maintainEvery, Duration cursorIdle, Duration expireEvery, int expireBatch) {

    /** For clients as MongoDB has them. */
    public static final StoreLimits DEFAULTS =
            new StoreLimits(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofSeconds(1), 1000);
}
