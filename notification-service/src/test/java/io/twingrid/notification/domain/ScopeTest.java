package io.twingrid.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose notices somebody may send to a group. */
class ScopeTest {
    private static final Audience LEADS = Audience.inCommunity("tieshan", "community-lead");
    private static final Audience WORKERS = Audience.inCommunity("tieshan", "grid-worker");
    private static final Audience OTHERS = Audience.inCommunity("shenqing", "community-lead");
    private static final Audience STREET = Audience.inStreet("guankou", "street-coordinator");
    private static final Audience POWER = Audience.department("power");

    @Test
    void anAdminHasAll() {
        Scope admin = Scope.of(Set.of("admin"), Set.of(), null);

        assertThat(admin.covers(Set.of(LEADS, OTHERS, STREET, POWER))).isTrue();
        assertThat(admin.isEmpty()).isFalse();
    }

    @Test
    void aLeadHasHisCommunityAndNoOther() {
        Scope lead = Scope.of(Set.of("community-lead"), Set.of("tieshan"), null);

        assertThat(lead.covers(Set.of(LEADS, WORKERS))).isTrue();
        assertThat(lead.covers(Set.of(LEADS, OTHERS))).isFalse();
        assertThat(lead.covers(Set.of(Audience.person("lead-tieshan")))).isFalse();
    }

    @Test
    void coordinatorsAndOfficersHaveWhereTheyWork() {
        assertThat(Scope.of(Set.of("street-coordinator"), Set.of("guankou"), null)
                        .audiences())
                .containsExactly(STREET);
        assertThat(Scope.of(Set.of("department-officer"), Set.of(), "power").audiences())
                .containsExactly(POWER);
    }

    @Test
    void othersHaveNone() {
        assertThat(Scope.of(Set.of("grid-worker", "observer"), Set.of("tieshan"), "power")
                        .isEmpty())
                .isTrue();
    }
}
