package io.twingrid.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Polygons with names, to be asked which of them a point is in: a tree of their boxes finds the few that may cover it, an
 * index of each one's edges decides. Safe for any number of threads.
 */
final class Shapes {
    private final STRtree boxes = new STRtree();

    Shapes(List<Shape> shapes) {
        shapes.forEach(shape -> boxes.insert(shape.polygon().getEnvelopeInternal(), shape));
        boxes.build(); // by itself it would be built at the first question, by whichever threads ask then
    }

    /** A named polygon. */
    record Shape(String name, Polygon polygon, IndexedPointInAreaLocator edges) {
        Shape(String name, Polygon polygon) {
            this(name, polygon, new IndexedPointInAreaLocator(polygon));
        }

        private boolean covers(Coordinate point) {
            return edges.locate(point) != Location.EXTERIOR;
        }

        /** In degrees, hence good for comparing only. */
        double distanceTo(Point point) {
            return polygon.distance(point);
        }
    }

    /** The shape that covers a point; on a common border the first by name, so that the answer is always the same. */
    Optional<Shape> at(Coordinate point) {
        List<Shape> covering = new ArrayList<>();
        boxes.query(new Envelope(point), found -> {
            if (found instanceof Shape shape && shape.covers(point)) {
                covering.add(shape);
            }
        });
        return covering.stream().min(Comparator.comparing(Shape::name));
    }
}
