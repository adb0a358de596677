package io.twingrid.notification.domain;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what a rule tells may wait for a digest and for the end of quiet hours. */
public enum Urgency {
    /** It may. */
    NEVER,
    /** It may not. */
    ALWAYS,
    /** It may not where the case's priority is URGENT. */
    WITH_PRIORITY;

    private static final String URGENT = "URGENT";

    /**
     * Reads {@code never}, {@code always} or {@code with-priority}; null is {@code never}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Urgency parse(@Nullable String word) {
        if (word == null) {
            return NEVER;
        }
        for (Urgency urgency : values()) {
            if (urgency.word().equals(word)) {
                return urgency;
            }
        }
        throw new IllegalArgumentException("urgent is never, always or with-priority, not '" + word + "'");
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Set<Detail> needs() {
        return this == WITH_PRIORITY ? Set.of(Detail.PRIORITY) : Set.of();
    }

    boolean isUrgent(Details details) {
        return switch (this) {
            case NEVER -> false;
            case ALWAYS -> true;
            case WITH_PRIORITY -> URGENT.equals(details.text(Detail.PRIORITY));
        };
    }
}
