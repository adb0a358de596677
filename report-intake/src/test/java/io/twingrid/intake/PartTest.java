package io.twingrid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.security.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final Caller LEAD = caller("community-lead", "tieshan");
    private static final Caller COORDINATOR = caller("street-coordinator", "guankou");

    @Test
    void whoeverSaysNothingSeesWhatTheTownSees() {
        for (Caller caller : Set.of(LEAD, COORDINATOR, Caller.ANONYMOUS)) {
            assertThat(Part.of(caller, null, null, false)).isEqualTo(new Part(null, null, false));
        }
    }

    @Test
    void whoeverNamesHisOwnAreaSeesAllOfIt() {
        assertThat(Part.of(LEAD, null, "tieshan", false)).isEqualTo(new Part(null, "tieshan", true));
        assertThat(Part.of(COORDINATOR, "guankou", null, false)).isEqualTo(new Part("guankou", null, true));
        assertThat(Part.of(COORDINATOR, "guankou", "tieshan", false)).isEqualTo(new Part("guankou", "tieshan", true));
    }

    @Test
    void whoeverAsksForAllAndNamesNoAreaMeansHisOwn() {
        assertThat(Part.of(LEAD, null, null, true)).isEqualTo(new Part(null, "tieshan", true));
        assertThat(Part.of(COORDINATOR, null, null, true)).isEqualTo(new Part("guankou", null, true));
        assertThat(Part.of(COORDINATOR, null, "tieshan", true))
                .as("one of his street's; another street's would be none of both")
                .isEqualTo(new Part("guankou", "tieshan", true));
        assertThat(Part.of(caller("admin"), null, null, true)).isEqualTo(new Part(null, null, true));
    }

    @Test
    void nobodySeesAllOfWhatIsNotHis() {
        assertThat(Part.of(LEAD, null, "shenqing", true).isWhole()).isFalse();
        assertThat(Part.of(COORDINATOR, "houxi", null, true).isWhole()).isFalse();
        assertThat(Part.of(LEAD, "tieshan", "shenqing", true).isWhole())
                .as("a community's name in place of a street's")
                .isFalse();
        assertThat(Part.of(caller("grid-worker", "tieshan", "shenqing"), null, null, true)
                        .isWhole())
                .as("he has two, and names none")
                .isFalse();
        assertThat(Part.of(caller("observer", "tieshan"), null, "tieshan", true).isWhole())
                .isFalse();
        assertThat(Part.of(caller("department-officer"), "guankou", "tieshan", true)
                        .isWhole())
                .isFalse();
    }

    private static Caller caller(String role, String... areas) {
        return new Caller("somebody", Set.of(role), Set.of(areas), null);
    }
}
