package io.twingrid.escalation.domain;

import static java.util.Objects.requireNonNull;

/** A department of the town, with its name in Chinese and English. */
public record Department(String id, Name name) {
    public Department {
        requireNonNull(id, "id of a department is missing");
        requireNonNull(name, () -> "name of department " + id + " is missing");
    }

    /** One name in two languages. */
    public record Name(String zh, String en) {
        public Name {
            requireNonNull(zh, "zh of a department's name is missing");
            requireNonNull(en, "en of a department's name is missing");
        }
    }
}
