package io.twingrid.escalation;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.escalation.domain.Area;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The town's grids with the communities and streets that they lie in. */
final class TownGrids {
    static final String NAME = "areas.geojson";

    private final Map<String, Area> grids;

    private TownGrids(Map<String, Area> grids) {
        this.grids = Map.copyOf(grids);
    }

    /**
     * Reads {@code areas.geojson}.
     *
     * @throws io.twingrid.chassis.file.BadFileException if it is missing or wrong
     */
    static TownGrids read(Path folder) {
        return new TownGrids(
                TownFile.read(folder.resolve(NAME), AreasFile.class).grids());
    }

    Optional<Area> area(String grid) {
        return Optional.ofNullable(grids.get(grid));
    }

    record AreasFile(List<Feature> features) {
        AreasFile {
            requireNonNull(features, "features are missing");
        }

        Map<String, Area> grids() {
            Map<String, String> parents = new HashMap<>();
            features.forEach(feature -> parents.put(feature.id(), String.valueOf(feature.parent())));
            Map<String, Area> grids = new HashMap<>();
            for (Feature feature : features) {
                String community = feature.parent();
                if (feature.isGrid() && community != null && parents.containsKey(community)) {
                    grids.put(feature.id(), new Area(parents.get(community), community, feature.id()));
                }
            }
            return grids;
        }
    }

    record Feature(Properties properties) {
        Feature {
            requireNonNull(properties, "properties of an area are missing");
        }

        String id() {
            return properties.id();
        }

        @Nullable
        String parent() {
            return properties.parent();
        }

        boolean isGrid() {
            return properties.kind().equals("grid");
        }
    }

    record Properties(String id, String kind, @Nullable String parent) {
        Properties {
            requireNonNull(id, "id of an area is missing");
            requireNonNull(kind, "kind of an area is missing");
        }
    }
}
