package io.twingrid.intake.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who sees a report besides its reporter and the staff of its area. */
public enum Visibility {
    /** Everybody: its public side. */
    PUBLIC,
    /** Nobody, until a moderator has looked. */
    HELD,
    /** Nobody; a moderator has hidden it. The original is kept. */
    HIDDEN,
    /** Nobody: it is of a kind that concerns a person. */
    PRIVATE;

    /** How a report begins, by what was noticed of it when it came in. */
    static Visibility of(List<Flag> flags) {
        if (flags.contains(Flag.PRIVATE)) {
            return PRIVATE;
        }
        return flags.stream().anyMatch(Flag::holdsBack) ? HELD : PUBLIC;
    }

    public static Optional<Visibility> of(String word) {
        return Arrays.stream(values())
                .filter(visibility -> visibility.word().equals(word))
                .findFirst();
    }

    /** As it is written in JSON and in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
