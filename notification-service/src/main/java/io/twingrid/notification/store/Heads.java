package io.twingrid.notification.store;

import io.twingrid.notification.domain.Audience;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last seq of the audiences that were told something lately, as far as this instance knows: behind the store where
 * another instance has appended meanwhile, never ahead of it. The audience that was asked for longest ago is forgotten.
 */
final class Heads {
    private final Map<Audience, Long> known;

    /**
     * Remembers nothing yet.
     *
     * @param most audiences that are remembered
     */
    Heads(int most) {
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Audience, Long> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable Long of(Audience audience) {
        return known.get(audience);
    }

    synchronized void atLeast(Audience audience, long seq) {
        known.merge(audience, seq, Math::max);
    }

    synchronized void forget(Audience audience) {
        known.remove(audience);
    }
}
