package io.twingrid.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a token makes a person part of. */
class AudienceTest {

    @Test
    void everybodyIsAnAudienceOfHisOwn() {
        assertThat(of(List.of(), List.of("tieshan"), "power")).containsExactly("person:wang");
        assertThat(of(List.of("observer"), List.of(), null)).containsExactly("person:wang");
    }

    @Test
    void staffHearOfTheirAreasInTheirRoles() {
        assertThat(of(List.of("grid-worker", "community-lead"), List.of("tieshan", "shenqing"), null))
                .containsExactlyInAnyOrder(
                        "person:wang",
                        "community:tieshan:grid-worker",
                        "community:tieshan:community-lead",
                        "community:shenqing:grid-worker",
                        "community:shenqing:community-lead");
        assertThat(of(List.of("street-coordinator"), List.of("guankou"), null))
                .containsExactlyInAnyOrder("person:wang", "street:guankou:street-coordinator");
    }

    @Test
    void aDepartmentIsHeardByItsOfficersAlone() {
        assertThat(of(List.of("department-officer"), List.of(), "power"))
                .containsExactlyInAnyOrder("person:wang", "department:power");
        assertThat(of(List.of("department-officer"), List.of(), null)).containsExactly("person:wang");
        assertThat(of(List.of("grid-worker"), List.of(), "power")).containsExactly("person:wang");
    }

    @Test
    void administratorsHaveAudiencesOfTheirOwnAndNobodyElses() {
        assertThat(of(List.of("admin"), List.of("tieshan"), null))
                .containsExactlyInAnyOrder("person:wang", "role:admin");
        assertThat(of(List.of("points-admin"), List.of(), null))
                .containsExactlyInAnyOrder("person:wang", "role:points-admin");
    }

    @Test
    void aRoleOfTomorrowOpensNothing() {
        assertThat(of(List.of("mayor"), List.of("tieshan"), "power")).containsExactly("person:wang");
    }

    private static Set<String> of(List<String> roles, List<String> areas, @Nullable String department) {
        return Audience.of("wang", Set.copyOf(roles), Set.copyOf(areas), department).stream()
                .map(Audience::id)
                .collect(Collectors.toSet());
    }
}
