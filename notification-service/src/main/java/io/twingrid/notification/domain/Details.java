package io.twingrid.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The details of one happening: texts and codes, lists of ids, times, days and numbers. What is not known is not there. */
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

    public Details with(Detail detail, @Nullable LocalDate day) {
        return put(detail, day);
    }

    public Details with(Detail detail, @Nullable Long number) {
        return put(detail, number);
    }

    public Details with(Detail detail, @Nullable List<String> ids) {
        return put(detail, ids == null || ids.isEmpty() ? null : List.copyOf(ids));
    }

    /** These details and those of {@code others} that are not among them. */
    public Details and(Details others) {
        Details all = new Details();
        all.values.putAll(others.values);
        all.values.putAll(values);
        return all;
    }

    /** Those of these details that pass. */
    public Details that(Predicate<Detail> pass) {
        Details some = new Details();
        some.values.putAll(values);
        some.values.keySet().removeIf(pass.negate());
        return some;
    }

    /** A detail's text or code, or null. */
    public @Nullable String text(Detail detail) {
        return values.get(detail) instanceof String text ? text : null;
    }

    /** A detail's ids, one or several; empty if it is not known. */
    List<String> ids(Detail detail) {
        Object value = values.get(detail);
        if (value instanceof List<?> ids) {
            return ids.stream().map(String.class::cast).toList();
        }
        return value instanceof String id ? List.of(id) : List.of();
    }

    /** What is known: a String, a List of them, an Instant, a LocalDate or a Long; null if nothing is. */
    @Nullable
    Object get(Detail detail) {
        return values.get(detail);
    }

    /** Which details are known. */
    public Set<Detail> known() {
        return Set.copyOf(values.keySet());
    }

    private Details put(Detail detail, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Details more = new Details();
        more.values.putAll(values);
        more.values.put(detail, value);
        return more;
    }
}
