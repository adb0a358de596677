package io.twingrid.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final AreaMap EVERYTHING_IS_TIESHAN = new AreaMap() {
        @Override
        public Area areaOf(Location place) {
            return Cases.TIESHAN;
        }

        @Override
        public boolean isWithin(String area, String outer) {
            return true;
        }
    };

    @Test
    void aReportIsRoutedByItsPlaceAndItsCategoryAndItsLimitsRunFromWhenItWasSubmitted() {
        Router router = new Router(
                EVERYTHING_IS_TIESHAN,
                category -> new CategoryRule(Level.STREET, Priority.HIGH, 2, 8),
                new NaturalTime());
        assertThat(router.route(Cases.report()))
                .isEqualTo(new Routing(
                        Cases.TIESHAN,
                        Level.STREET,
                        Priority.HIGH,
                        Cases.NINE.plus(Duration.ofHours(2)),
                        Cases.NINE.plus(Duration.ofHours(8))));
    }

    @Test
    void naturalTimeRunsThroughTheNight() {
        assertThat(new NaturalTime().after(Cases.NINE, 24)).isEqualTo(Cases.NINE.plus(Duration.ofDays(1)));
    }

    @Test
    void limitsThatCannotBeKeptAreRefused() {
        assertThatThrownBy(() -> new CategoryRule(Level.COMMUNITY, Priority.NORMAL, 0, 8))
                .hasMessageContaining("verifyHours");
        assertThatThrownBy(() -> new CategoryRule(Level.COMMUNITY, Priority.NORMAL, 8, 4))
                .hasMessageContaining("resolveHours");
    }

    @Test
    void aPlaceIsOnTheGlobe() {
        assertThatThrownBy(() -> new Location(91, 0)).hasMessageContaining("lat 91");
        assertThatThrownBy(() -> new Location(0, -181)).hasMessageContaining("lon -181");
        assertThatThrownBy(() -> new Location(Double.NaN, 0)).hasMessageContaining("NaN");
    }
}
