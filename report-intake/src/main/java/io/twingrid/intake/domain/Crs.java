package io.twingrid.intake.domain;

/**
 * The coordinate systems that a phone in China may give. WGS-84 is what satellites say; GCJ-02 is the legal offset of
 * maps (高德, 腾讯), BD-09 Baidu's own on top of it.
 *
 * <p>The offset is the published approximation; its inverse is found by iteration, to well under a metre.
 */
public enum Crs {
    WGS84 {
        @Override
        public Location toWgs84(double lat, double lon) {
            return new Location(lat, lon);
        }
    },
    GCJ02 {
        @Override
        public Location toWgs84(double lat, double lon) {
            return inverseGcj02(lat, lon);
        }
    },
    BD09 {
        @Override
        public Location toWgs84(double lat, double lon) {
            double x = lon - 0.0065;
            double y = lat - 0.006;
            double radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * BD_PI);
            double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BD_PI);
            return inverseGcj02(radius * Math.sin(angle), radius * Math.cos(angle));
        }
    };

    private static final double BD_PI = Math.PI * 3000.0 / 180.0;
    /** Semi-major axis (m) and squared eccentricity of the Krasovsky 1940 ellipsoid, on which the offset is defined. */
    private static final double AXIS = 6378245.0;

    private static final double ECCENTRICITY = 0.006693421622965943;
    /** Degrees; 1e-9 is a tenth of a millimetre. */
    private static final double CLOSE_ENOUGH = 1e-9;

    private static final int MOST_STEPS = 30;

    /** The WGS-84 position of a point that is given in this system, in degrees. */
    public abstract Location toWgs84(double lat, double lon);

    /** The GCJ-02 position of a WGS-84 point. Outside China's box the systems agree. */
    static Location gcj02(double lat, double lon) {
        if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) {
            return new Location(lat, lon);
        }
        double x = lon - 105.0;
        double y = lat - 35.0;
        double radians = Math.toRadians(lat);
        double magic = 1 - ECCENTRICITY * Math.sin(radians) * Math.sin(radians);
        double metresNorth = -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(x, 6, 20, 2, 20)
                + waves(y, 1, 20, 1.0 / 3, 40)
                + waves(y, 1.0 / 12, 160, 1.0 / 30, 320);
        double metresEast = 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(x, 6, 20, 2, 20)
                + waves(x, 1, 20, 1.0 / 3, 40)
                + waves(x, 1.0 / 12, 150, 1.0 / 30, 300);
        double north = metresNorth * 180.0 / ((AXIS * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic)) * Math.PI);
        double east = metresEast * 180.0 / (AXIS / Math.sqrt(magic) * Math.cos(radians) * Math.PI);
        return new Location(lat + north, lon + east);
    }

    private static double waves(double at, double f1, double a1, double f2, double a2) {
        return (a1 * Math.sin(f1 * at * Math.PI) + a2 * Math.sin(f2 * at * Math.PI)) * 2.0 / 3.0;
    }

    private static Location inverseGcj02(double lat, double lon) {
        double wgsLat = lat;
        double wgsLon = lon;
        for (int step = 0; step < MOST_STEPS; step++) {
            Location there = gcj02(wgsLat, wgsLon);
            double offLat = there.lat() - lat;
            double offLon = there.lon() - lon;
            wgsLat -= offLat;
            wgsLon -= offLon;
            if (Math.abs(offLat) < CLOSE_ENOUGH && Math.abs(offLon) < CLOSE_ENOUGH) {
                break;
            }
        }
        return new Location(wgsLat, wgsLon);
    }
}
