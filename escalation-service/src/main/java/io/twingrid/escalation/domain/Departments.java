package io.twingrid.escalation.domain;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        return departments.stream().anyMatch(department -> department.id().equals(id));
    }
}
