package io.twingrid.triage;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twingrid.chassis.file.TownFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** The town's {@code areas.geojson}: <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>, WGS-84, lon before lat. */
record AreasFile(List<Feature> features) {
    static final String NAME = "areas.geojson";

    AreasFile {
        features = List.copyOf(requireNonNull(features, "features are missing"));
        checkHierarchy(features);
    }

    /** @throws io.twingrid.chassis.file.BadFileException if it is missing or wrong; the message names file and line */
    static AreasFile read(Path town) {
        return TownFile.read(town.resolve(NAME), AreasFile.class);
    }

    private static void checkHierarchy(List<Feature> features) {
        Map<String, Kind> kinds = new HashMap<>();
        for (Feature feature : features) {
            if (kinds.put(feature.id(), feature.kind()) != null) {
                throw new IllegalArgumentException("area " + feature.id() + " stands twice");
            }
        }
        Set<String> childless = new TreeSet<>(kinds.keySet());
        for (Feature feature : features) {
            Kind within = feature.kind().within();
            if (within != null && kinds.get(feature.parent()) != within) {
                throw new IllegalArgumentException("the parent of " + feature.id() + " must be a "
                        + within.name().toLowerCase(Locale.ROOT) + "; '" + feature.parent() + "' is none");
            }
            childless.remove(feature.parent());
        }
        childless.removeIf(id -> kinds.get(id) == Kind.GRID);
        if (!childless.isEmpty()) {
            throw new IllegalArgumentException(
                    "a street has communities and a community has grids; nothing is within " + childless);
        }
    }

    /** One area. */
    record Feature(Properties properties, Geometry geometry) {
        Feature {
            requireNonNull(properties, "properties are missing");
            requireNonNull(geometry, "geometry is missing");
        }

        String id() {
            return properties.id();
        }

        Kind kind() {
            return properties.kind();
        }

        /** What people call it; its id if the file gives it no name. */
        String name() {
            return properties.name() == null ? id() : properties.name().zh();
        }

        /** Empty for a street. */
        String parent() {
            return properties.parent() == null ? "" : properties.parent();
        }
    }

    /**
     * @param parent id of the area that this one is a part of; a street has none
     * @param name what people call it
     */
    record Properties(
            String id,
            Kind kind,
            @Nullable String parent,
            @Nullable Name name) {
        Properties {
            requireNonNull(id, "id is missing");
            requireNonNull(kind, "kind is missing");
        }
    }

    /** A name in the language of the town's texts; the file's others are for other readers. */
    record Name(String zh) {
        Name {
            requireNonNull(zh, "zh of a name is missing");
        }
    }

    enum Kind {
        @JsonProperty("street")
        STREET,
        @JsonProperty("community")
        COMMUNITY,
        @JsonProperty("grid")
        GRID;

        /** What an area of this kind is a part of; null for a street. */
        @Nullable
        Kind within() {
            return switch (this) {
                case STREET -> null;
                case COMMUNITY -> STREET;
                case GRID -> COMMUNITY;
            };
        }
    }

    /** @param coordinates of a polygon: its outline, then its holes, each a closed ring of positions */
    record Geometry(String type, List<List<List<Double>>> coordinates) {
        private static final GeometryFactory SHAPES = new GeometryFactory();

        Geometry {
            if (!"Polygon".equals(type)) {
                throw new IllegalArgumentException("an area is a Polygon; this is a " + type);
            }
            check(shape(requireNonNull(coordinates, "coordinates are missing")));
        }

        Polygon polygon() {
            return shape(coordinates);
        }

        private static Polygon shape(List<List<List<Double>>> rings) {
            if (rings.isEmpty()) {
                throw new IllegalArgumentException("a Polygon has an outline");
            }
            LinearRing[] all = rings.stream().map(Geometry::ring).toArray(LinearRing[]::new);
            LinearRing[] holes = Arrays.copyOfRange(all, 1, all.length);
            return SHAPES.createPolygon(all[0], holes);
        }

        private static LinearRing ring(List<List<Double>> positions) {
            return SHAPES.createLinearRing(positions.stream()
                    .map(position -> new Coordinate(position.get(0), position.get(1)))
                    .toArray(Coordinate[]::new));
        }

        private static void check(Polygon polygon) {
            TopologyValidationError error = new IsValidOp(polygon).getValidationError();
            if (error != null) {
                throw new IllegalArgumentException("the outline is not a polygon: " + error);
            }
        }
    }
}
