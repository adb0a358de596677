package io.twingrid.triage.domain;

import java.util.Set;

/**
 * A member of staff.
 *
 * @param id the person's id
 * @param roles at least one
 * @param areas ids of the areas whose cases are his affair; an administrator needs none
 */
public record Staff(String id, Set<Role> roles, Set<String> areas) {
    public Staff {
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("without a role nobody is staff");
        }
    }

    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }
}
