package io.twingrid.escalation.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The departments that the centre can dispatch to. */
public final class Departments {
    private final Map<String, Department> byId = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if there is none, or an id stands twice */
    public Departments(List<Department> departments) {
        for (Department department : departments) {
            if (byId.put(department.id(), department) != null) {
                throw new IllegalArgumentException("department " + department.id() + " stands twice");
            }
        }
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("a town without departments has nobody to dispatch to");
        }
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** In the order of the town's file. */
    public List<Department> all() {
        return List.copyOf(byId.values());
    }
}
