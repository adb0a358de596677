package io.twingrid.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void whatIsInTheCircleIsInOneOfItsCells() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Location centre = new Location(random.nextDouble(-60, 60), random.nextDouble(-179, 179));
            double metres = random.nextDouble(1, 1000);
            Location place = new Location(
                    centre.lat() + random.nextDouble(-0.01, 0.01), centre.lon() + random.nextDouble(-0.02, 0.02));
            if (Cells.metres(centre, place) <= metres) {
                assertThat(Cells.around(centre, metres))
                        .as("seed %d, %s, %s, %f m", seed, centre, place, metres)
                        .contains(Cells.of(place));
            }
        }
    }

    @Test
    void aCircleOfAKilometreIsAFewDozenCells() {
        assertThat(Cells.around(new Location(24.611, 118.004), 1000)).hasSizeBetween(80, 140);
    }

    @Test
    void aDegreeOfLatitudeHas111Kilometres() {
        assertThat(Cells.metres(new Location(24, 118), new Location(25, 118))).isBetween(111_000.0, 111_400.0);
    }
}
