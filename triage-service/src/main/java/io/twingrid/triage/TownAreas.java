package io.twingrid.triage;

import io.twingrid.triage.AreasFile.Feature;
import io.twingrid.triage.AreasFile.Kind;
import io.twingrid.triage.Shapes.Shape;
import io.twingrid.triage.domain.Area;
import io.twingrid.triage.domain.AreaMap;
import io.twingrid.triage.domain.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** The areas of the town's file. A place belongs to the grid that covers it, and with it to a community and a street. */
final class TownAreas implements AreaMap {
    private final GeometryFactory points = new GeometryFactory();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<Shape>> gridsOfCommunity = new HashMap<>();
    private final Map<String, Area> areaOfGrid = new HashMap<>();
    private final Shapes grids;
    private final Shapes communities;
    private final Area fallback;

    /** @throws IllegalArgumentException if the file has no grid of the id {@code fallbackGrid} */
    TownAreas(AreasFile file, String fallbackGrid) {
        file.features().forEach(feature -> parents.put(feature.id(), feature.parent()));
        file.features().forEach(feature -> names.put(feature.id(), feature.name()));
        List<Shape> gridShapes = new ArrayList<>();
        List<Shape> communityShapes = new ArrayList<>();
        for (Feature feature : file.features()) {
            Shape shape = new Shape(feature.id(), feature.geometry().polygon());
            if (feature.kind() == Kind.GRID) {
                gridShapes.add(shape);
                gridsOfCommunity
                        .computeIfAbsent(feature.parent(), community -> new ArrayList<>())
                        .add(shape);
                areaOfGrid.put(feature.id(), areaOf(feature));
            } else if (feature.kind() == Kind.COMMUNITY) {
                communityShapes.add(shape);
            }
        }
        this.grids = new Shapes(gridShapes);
        this.communities = new Shapes(communityShapes);
        this.fallback = fallback(fallbackGrid);
    }

    @Override
    public Area areaOf(Location place) {
        Coordinate point = new Coordinate(place.lon(), place.lat());
        return grids.at(point)
                // Outlines drawn by hand have gaps between grids: the community is certain all the same.
                .or(() -> communities.at(point).map(community -> nearestGrid(community.name(), point)))
                .map(grid -> areaOfGrid.get(grid.name()))
                .orElse(fallback);
    }

    @Override
    public Optional<Area> areaIn(String community, Location place) {
        return gridsOfCommunity.containsKey(community)
                ? Optional.ofNullable(areaOfGrid.get(nearestGrid(community, new Coordinate(place.lon(), place.lat()))
                        .name()))
                : Optional.empty();
    }

    @Override
    public boolean isWithin(String area, String outer) {
        for (String id = area; parents.containsKey(id); id = parents.getOrDefault(id, "")) {
            if (id.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String nameOf(String area) {
        return names.getOrDefault(area, area);
    }

    private Area areaOf(Feature grid) {
        String community = grid.parent();
        return new Area(parents.getOrDefault(community, ""), community, grid.id());
    }

    private Shape nearestGrid(String community, Coordinate place) {
        Point point = points.createPoint(place);
        return gridsOfCommunity.getOrDefault(community, List.of()).stream()
                .min(Comparator.comparingDouble((Shape grid) -> grid.distanceTo(point))
                        .thenComparing(Shape::name))
                .orElseThrow(() -> new IllegalStateException("community " + community + " has no grid"));
    }

    private Area fallback(String grid) {
        Area area = areaOfGrid.get(grid);
        if (area == null) {
            throw new IllegalArgumentException("triage.fallback-grid names '" + grid + "', which is no grid of "
                    + AreasFile.NAME + "; set it (TRIAGE_FALLBACK_GRID) to one of " + areaOfGrid.keySet());
        }
        return area;
    }
}
