package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The details of one happening: texts and codes, times, and numbers. What is not known is not there. */
public final class Details {
    private final Map<Detail, Object> values = new EnumMap<>(Detail.class);

    public static Details none() {
        return new Details();
    }

    public Details with(Detail detail, @Nullable String text) {
        return put(detail, text);
    }

    public Details with(Detail detail, @Nullable Instant time) {
        return put(detail, time);
    }

    public Details with(Detail detail, long number) {
        return put(detail, number);
    }

    /** These details and those of {@code others} that are not among them. */
    public Details and(Details others) {
        Details all = new Details();
        all.values.putAll(others.values);
        all.values.putAll(values);
        return all;
    }

    /** A detail's text or code, or null. */
    public @Nullable String text(Detail detail) {
        return values.get(detail) instanceof String text ? text : null;
    }

    /** What is known: a String, an Instant or a Long; null if nothing is. */
    @Nullable
    Object get(Detail detail) {
        return values.get(detail);
    }

    /** Which details are known. */
    public Set<Detail> known() {
        return Set.copyOf(values.keySet());
    }

    private Details put(Detail detail, @Nullable Object value) {
        Details more = new Details();
        more.values.putAll(values);
        if (value != null) {
            more.values.put(detail, value);
        }
        return more;
    }
}
