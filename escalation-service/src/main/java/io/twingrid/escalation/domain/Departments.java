package io.twingrid.escalation.domain;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The departments that the centre can dispatch to.
 *
 * @param departments in the town's own order; at least one, each id once
 */
public record Departments(List<Department> departments) {
    public Departments {
        requireNonNull(departments, "departments are missing");
        if (departments.isEmpty()) {
            throw new IllegalArgumentException("a town without departments has nobody to dispatch to");
        }
        Set<String> ids = new HashSet<>();
        for (Department department : departments) {
            if (!ids.add(department.id())) {
                throw new IllegalArgumentException("department " + department.id() + " stands twice");
            }
        }
        departments = List.copyOf(departments);
    }

    public boolean has(String id) {
        return find(id).isPresent();
    }

    /** The department of an id; a town may have taken it out of its file although cases are with it. */
    public Optional<Department> find(@Nullable String id) {
        return departments.stream()
                .filter(department -> department.id().equals(id))
                .findFirst();
    }

    /** Ids of the departments whose affair a category is, in the town's own order. */
    public List<String> of(String category) {
        return departments.stream()
                .filter(department -> department.categories().contains(category))
                .map(Department::id)
                .toList();
    }
}
