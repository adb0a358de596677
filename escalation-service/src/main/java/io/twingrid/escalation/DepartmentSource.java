package io.twingrid.escalation;

import io.twingrid.escalation.domain.Departments;

/** Gives the town's departments as its file has them at the moment. */
@FunctionalInterface
public interface DepartmentSource {
    Departments latest();
}
