package io.twingrid.escalation.domain;

import static java.util.Objects.requireNonNull;

import io.twingrid.escalation.domain.forward.ForwardTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department of the town.
 *
 * @param categories codes of the categories that are its affair; it is offered first when one of them is dispatched
 * @param officers ids of the people who work there on what is dispatched to it; for staff, never for the public
 * @param forward where dispatches are passed on to, if it has a system of its own
 */
public record Department(
        String id,
        Name name,
        List<String> categories,
        List<String> officers,
        @Nullable ForwardTarget forward) {
    public Department {
        requireNonNull(id, "id of a department is missing");
        requireNonNull(name, () -> "name of department " + id + " is missing");
        categories = List.copyOf(categories);
        officers = List.copyOf(officers);
    }

    /** One name in Chinese and English. */
    public record Name(String zh, String en) {
        public Name {
            requireNonNull(zh, "zh of a department's name is missing");
            requireNonNull(en, "en of a department's name is missing");
        }
    }
}
