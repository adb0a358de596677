package io.twingrid.notification.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.twingrid.notification.domain.Audience;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The last seq of the audiences that were told something lately, as far as this instance knows: behind the store where
 * another instance has appended meanwhile, never ahead of it.
 *
 * <p>A number that is behind is harmless as long as the store still has the notices after it, which refuse the next one. So
 * it is forgotten long before they can be gone.
 */
final class Heads {
    private final Cache<Audience, Long> known;

    /**
     * Remembers nothing yet.
     *
     * @param most audiences that are remembered
     * @param kept how long the store keeps a notice
     */
    Heads(int most, Duration kept, Clock clock) {
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(kept.dividedBy(2))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Nullable
    Long of(Audience audience) {
        return known.getIfPresent(audience);
    }

    void atLeast(Audience audience, long seq) {
        known.asMap().merge(audience, seq, Math::max);
    }

    void forget(Audience audience) {
        known.invalidate(audience);
    }
}
