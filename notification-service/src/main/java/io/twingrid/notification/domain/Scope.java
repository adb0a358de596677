package io.twingrid.notification.domain;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose notices somebody may send to targets for groups: an admin everybody's, a lead his community's, a coordinator his
 * street's, an officer his department's, others nobody's.
 *
 * @param audiences these; null means all
 */
public record Scope(@Nullable Set<Audience> audiences) {
    private static final Set<String> COMMUNITY_STAFF = Set.of("grid-worker", "community-lead");

    /** What today's token says. */
    public static Scope of(Set<String> roles, Set<String> areas, @Nullable String department) {
        if (roles.contains("admin")) {
            return new Scope(null);
        }
        Set<Audience> audiences = new TreeSet<>();
        for (String area : areas) {
            if (roles.contains("community-lead")) {
                COMMUNITY_STAFF.forEach(role -> audiences.add(Audience.inCommunity(area, role)));
            }
            if (roles.contains("street-coordinator")) {
                audiences.add(Audience.inStreet(area, "street-coordinator"));
            }
        }
        if (roles.contains("department-officer") && department != null) {
            audiences.add(Audience.department(department));
        }
        return new Scope(audiences);
    }

    /** Whether there is anybody at all. */
    public boolean isEmpty() {
        return audiences != null && audiences.isEmpty();
    }

    /** Whether all of these are within. */
    public boolean covers(Set<Audience> others) {
        return audiences == null || audiences.containsAll(others);
    }
}
