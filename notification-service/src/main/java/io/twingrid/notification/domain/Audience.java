package io.twingrid.notification.domain;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Those who are told together: a role in an area, a department, the observers of a grid, one person, or a role of the whole
 * town. Every audience has a sequence of notices of its own.
 *
 * @param id e.g. {@code community:tieshan:community-lead}, {@code street:guankou:street-coordinator}, {@code
 *     department:power}, {@code grid:tieshan-01:observer}, {@code person:observer-1}, {@code role:admin}
 */
public record Audience(String id) implements Comparable<Audience> {
    private static final Set<String> OF_A_COMMUNITY = Set.of("grid-worker", "community-lead");
    private static final Set<String> OF_A_STREET = Set.of("street-coordinator");
    private static final Set<String> OF_THE_TOWN = Set.of("admin", "points-admin");
    private static final String GRID = "grid:";
    private static final String OF_A_DEPARTMENT = "department-officer";

    /** Those who have {@code role} in a community. */
    public static Audience inCommunity(String community, String role) {
        return new Audience("community:" + community + ":" + role);
    }

    /** Those who have {@code role} in a street. */
    public static Audience inStreet(String street, String role) {
        return new Audience("street:" + street + ":" + role);
    }

    /** The officers of a department. */
    public static Audience department(String department) {
        return new Audience("department:" + department);
    }

    /** The observers who ride through a grid. */
    public static Audience observersOf(String grid) {
        return new Audience(GRID + grid + ":observer");
    }

    /** Those who have {@code role} in the whole town. */
    public static Audience ofTown(String role) {
        return new Audience("role:" + role);
    }

    /** One person; the id is the token's {@code sub}. */
    public static Audience person(String person) {
        return new Audience("person:" + person);
    }

    /**
     * The audiences that a person belongs to, as today's token says: himself, each of his roles in each of his areas, his
     * department. What an observer is told because of where he rides comes beside these ({@link Patrols}). Only such
     * audiences are ever pushed, replayed or listed to him.
     */
    public static Set<Audience> of(String person, Set<String> roles, Set<String> areas, @Nullable String department) {
        Set<Audience> audiences = new TreeSet<>();
        audiences.add(person(person));
        for (String role : roles) {
            if (OF_A_COMMUNITY.contains(role)) {
                areas.forEach(area -> audiences.add(inCommunity(area, role)));
            } else if (OF_A_STREET.contains(role)) {
                areas.forEach(area -> audiences.add(inStreet(area, role)));
            } else if (OF_THE_TOWN.contains(role)) {
                audiences.add(ofTown(role));
            } else if (OF_A_DEPARTMENT.equals(role) && department != null) {
                audiences.add(department(department));
            }
        }
        return audiences;
    }

    /** Whether one belongs to it because of where one rides, and not because of a token. */
    public boolean isByPatrol() {
        return id.startsWith(GRID);
    }

    @Override
    public int compareTo(Audience other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
