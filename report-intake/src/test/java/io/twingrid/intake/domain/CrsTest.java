package io.twingrid.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrsTest {
    private static final double METRES_PER_DEGREE = 111_320;

    @Test
    void whatAPhoneCallsGcj02IsBroughtBackToWithinAMetre() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double lat = 18 + random.nextDouble() * 30;
            double lon = 75 + random.nextDouble() * 55;
            Location gcj = Crs.gcj02(lat, lon);
            assertThat(metres(Crs.GCJ02.toWgs84(gcj.lat(), gcj.lon()), lat, lon))
                    .as("seed %d, %f %f", seed, lat, lon)
                    .isLessThan(0.01);
        }
    }

    @Test
    void theOffsetIsThePublishedOne() {
        // Tiananmen in both systems, to the precision of the published pair.
        Location gcj = Crs.gcj02(39.908823, 116.397470);
        assertThat(metres(gcj, 39.910226, 116.403714)).isLessThan(2);
    }

    @Test
    void baidusSystemLiesBehindGcj02() {
        // A point of Baidu's own documentation: GCJ-02 39.915, 116.404 is BD-09 39.92133699, 116.41036950.
        Location wgs = Crs.BD09.toWgs84(39.921336993510, 116.410369497680);
        Location expected = Crs.GCJ02.toWgs84(39.915, 116.404);
        assertThat(metres(wgs, expected.lat(), expected.lon())).isLessThan(1);
    }

    @Test
    void outsideChinaTheSystemsAgree() {
        assertThat(Crs.GCJ02.toWgs84(48.8566, 2.3522)).isEqualTo(new Location(48.8566, 2.3522));
    }

    private static double metres(Location a, double lat, double lon) {
        return Math.hypot(a.lat() - lat, (a.lon() - lon) * Math.cos(Math.toRadians(lat))) * METRES_PER_DEGREE;
    }
}
