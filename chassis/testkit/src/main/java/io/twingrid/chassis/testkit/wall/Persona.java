package io.twingrid.chassis.testkit.wall;

import io.twingrid.chassis.testkit.TestIssuer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of the access tables, in the order of the columns.
 *
 * @param column the column's head
 * @param id the token's {@code sub}; null without a token
 */
public record Persona(
        String column,
        @Nullable String id,
        List<String> roles,
        List<String> areas,
        @Nullable String department) {

    /** Everybody who knocks. Community 1 is Tieshan, 2 is Shenqing; department 1 is power, 2 is water. */
    public static final List<Persona> ALL = List.of(
            new Persona("nobody", null, List.of(), List.of(), null),
            new Persona("obsA", "observer-a", List.of("observer"), List.of(), null),
            new Persona("obsB", "observer-b", List.of("observer"), List.of(), null),
            new Persona("grid1", "grid-tieshan", List.of("grid-worker"), List.of("tieshan"), null),
            new Persona("grid2", "grid-shenqing", List.of("grid-worker"), List.of("shenqing"), null),
            new Persona("lead1", "lead-tieshan", List.of("community-lead"), List.of("tieshan"), null),
            new Persona("coord", "coordinator", List.of("street-coordinator"), List.of("guankou"), null),
            new Persona("dept1", "officer-power", List.of("department-officer"), List.of(), "power"),
            new Persona("dept2", "officer-water", List.of("department-officer"), List.of(), "water"),
            new Persona("points", "points", List.of("points-admin"), List.of(), null),
            new Persona("admin", "admin", List.of("admin"), List.of(), null));

    /** A bearer token of this person, or null for nobody. */
    @Nullable
    String token() {
        return id == null ? null : TestIssuer.trusted().token(id, roles, areas, department);
    }
}
