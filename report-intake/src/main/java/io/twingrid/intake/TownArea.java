package io.twingrid.intake;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.ServiceArea;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The streets of the town's {@code areas.geojson} (RFC 7946, WGS-84, lon before lat). */
final class TownArea implements ServiceArea {
    static final String NAME = "areas.geojson";
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final List<PointOnGeometryLocator> streets;
    private final Location centre;

    private TownArea(List<Polygon> streets) {
        if (streets.isEmpty()) {
            throw new IllegalArgumentException(NAME + " has no street");
        }
        this.streets = streets.stream()
                .<PointOnGeometryLocator>map(IndexedPointInAreaLocator::new)
                .toList();
        Point middle =
                SHAPES.createMultiPolygon(streets.toArray(Polygon[]::new)).getCentroid();
        this.centre = new Location(middle.getY(), middle.getX());
    }

    /**
     * Reads the file of a town's folder.
     *
     * @throws io.twingrid.chassis.file.BadFileException if it is missing or wrong; the message names file and line
     */
    static TownArea read(Path town) {
        List<Feature> features =
                TownFile.read(town.resolve(NAME), AreasFile.class).features();
        return new TownArea(features.stream()
                .filter(feature -> feature.properties().kind().equals("street"))
                .map(feature -> feature.geometry().polygon())
                .toList());
    }

    /** The area as the file has it at the moment of each question. */
    static ServiceArea latest(Supplier<TownArea> source) {
        return new ServiceArea() {
            @Override
            public boolean holds(Location place) {
                return source.get().holds(place);
            }

            @Override
            public Location centre() {
                return source.get().centre();
            }
        };
    }

    @Override
    public boolean holds(Location place) {
        Coordinate point = new Coordinate(place.lon(), place.lat());
        return streets.stream().anyMatch(street -> street.locate(point) != org.locationtech.jts.geom.Location.EXTERIOR);
    }

    @Override
    public Location centre() {
        return centre;
    }

    /** Intake's part of the file; triage-service checks the whole of it. */
    record AreasFile(List<Feature> features) {
        AreasFile {
            Objects.requireNonNull(features, "features are missing");
        }
    }

    record Feature(Properties properties, Outline geometry) {
        Feature {
            Objects.requireNonNull(properties, "properties are missing");
            Objects.requireNonNull(geometry, "geometry is missing");
        }
    }

    record Properties(String kind) {
        Properties {
            Objects.requireNonNull(kind, "kind is missing");
        }
    }

    record Outline(List<List<List<Double>>> coordinates) {
        Outline {
            Objects.requireNonNull(coordinates, "coordinates are missing");
            if (coordinates.isEmpty()) {
                throw new IllegalArgumentException("a Polygon has an outline");
            }
        }

        Polygon polygon() {
            LinearRing[] rings = coordinates.stream().map(Outline::ring).toArray(LinearRing[]::new);
            LinearRing[] holes = Arrays.copyOfRange(rings, 1, rings.length);
            return SHAPES.createPolygon(rings[0], holes);
        }

        private static LinearRing ring(List<List<Double>> positions) {
            return SHAPES.createLinearRing(positions.stream()
                    .map(position -> new Coordinate(position.get(0), position.get(1)))
                    .toArray(Coordinate[]::new));
        }
    }
}
