package io.twingrid.escalation.domain;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often what happened, in some area, of some category, in some months. */
public record Figures(Map<Counter, Long> counters) {
    public static final Figures NONE = new Figures(Map.of());

    public Figures {
        counters = Map.copyOf(counters);
    }

    public long count(Counter counter) {
        return counters.getOrDefault(counter, 0L);
    }

    public Figures plus(Figures more) {
        Map<Counter, Long> sum = new EnumMap<>(Counter.class);
        sum.putAll(counters);
        more.counters.forEach((counter, count) -> sum.merge(counter, count, Long::sum));
        return new Figures(sum);
    }

    /** One part of a whole; null where there is nothing to divide by. */
    public @Nullable Double rate(long numerator, Counter denominator) {
        long all = count(denominator);
        return all == 0 ? null : (double) numerator / all;
    }
}
