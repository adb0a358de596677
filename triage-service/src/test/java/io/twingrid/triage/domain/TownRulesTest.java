package io.twingrid.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TownRulesTest {
    private static final Resemblance SAME = new Resemblance(50, Duration.ofDays(3));

    @Test
    void aReportIsRoutedByItsPlaceAndItsCategoryAndItsLimitsRunFromWhenItWasSubmitted() {
        TownRules rules = Cases.rules(Level.STREET, Priority.HIGH);
        assertThat(rules.route(Cases.report(), List.of("earlier")))
                .isEqualTo(new Routing(
                        Cases.TIESHAN,
                        Level.STREET,
                        Priority.HIGH,
                        Cases.NINE.plus(Duration.ofHours(4)),
                        Cases.NINE.plus(Duration.ofDays(1)),
                        List.of("earlier")));
    }

    @Test
    void whatIsOverWhenAClockStopsIsOverWhenItGoesOn() {
        TownRules rules = Cases.RULES;
        assertThat(rules.moved(Cases.NINE, Priority.NORMAL, Cases.TEN, Cases.NEXT_WEEK))
                .isEqualTo(Cases.NEXT_WEEK);
    }

    @Test
    void limitsThatCannotBeKeptAreRefused() {
        assertThatThrownBy(() -> new CategoryRule(Level.COMMUNITY, Priority.NORMAL, 0, 8, SAME))
                .hasMessageContaining("verifyHours");
        assertThatThrownBy(() -> new CategoryRule(Level.COMMUNITY, Priority.NORMAL, 8, 4, SAME))
                .hasMessageContaining("resolveHours");
        assertThatThrownBy(() -> new Resemblance(5000, Duration.ofHours(1))).hasMessageContaining("5000 metres");
    }

    @Test
    void theLastQuarterOfATimeIsYellowAndItsEndIsRed() {
        Due due = new Due(Cases.NINE, Cases.NINE.plusSeconds(4000));
        assertThat(due.lightAt(Cases.NINE.plusSeconds(2999))).isEqualTo(Light.GREEN);
        assertThat(due.lightAt(Cases.NINE.plusSeconds(3000))).isEqualTo(Light.YELLOW);
        assertThat(due.lightAt(Cases.NINE.plusSeconds(4000))).isEqualTo(Light.RED);
        assertThat(new Due(Cases.TEN, Cases.NINE).lightAt(Cases.NINE))
                .as("late from the beginning")
                .isEqualTo(Light.RED);
    }

    @Test
    void aPlaceIsOnTheGlobe() {
        assertThatThrownBy(() -> new Location(91, 0)).hasMessageContaining("lat 91");
        assertThatThrownBy(() -> new Location(0, -181)).hasMessageContaining("lon -181");
        assertThatThrownBy(() -> new Location(Double.NaN, 0)).hasMessageContaining("NaN");
    }

    @Test
    void distancesAreThoseOfTheEarth() {
        assertThat(new Location(24.611, 118.004).metresTo(new Location(24.612, 118.004)))
                .isBetween(111.0, 111.4);
        assertThat(new Location(24.611, 118.004).metresTo(new Location(24.611, 118.005)))
                .isBetween(100.9, 101.3);
    }
}
