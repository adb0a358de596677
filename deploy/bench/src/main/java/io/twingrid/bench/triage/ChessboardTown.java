package io.twingrid.bench.triage;

import io.twingrid.triage.domain.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A town of equal squares, written as the files that a town has: one street, communities of twenty grids each. */
final class ChessboardTown {
    /** Id of the grid in its south-western corner. */
    static final String FIRST_GRID = "g0";

    private static final int CORNERS = 24;
    private static final int ROW = 50;
    private static final double SOUTH = 24.5;
    private static final double WEST = 117.9;
    private static final double SIDE = 0.004;
    private static final int GRIDS_OF_A_COMMUNITY = 20;

    private final int grids;

    /** @param grids a multiple of 50 */
    ChessboardTown(int grids) {
        this.grids = grids;
    }

    /** Writes the area file; the other files are those of {@code shipped}. */
    void write(Path folder, Path shipped) throws IOException {
        for (String file : List.of("catalogue.yaml", "calendar.yaml", "templates.yaml")) {
            Files.copy(shipped.resolve(file), folder.resolve(file));
        }
        StringJoiner features = new StringJoiner(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "]}");
        features.add(feature("town", "street", null, box(0, 0, ROW, (double) grids / ROW)));
        for (int community = 0; community * GRIDS_OF_A_COMMUNITY < grids; community++) {
            features.add(feature("c" + community, "community", "town", box(0, 0, ROW, (double) grids / ROW)));
        }
        for (int grid = 0; grid < grids; grid++) {
            features.add(feature("g" + grid, "grid", "c" + grid / GRIDS_OF_A_COMMUNITY, cell(grid)));
        }
        Files.writeString(folder.resolve("areas.geojson"), features.toString());
    }

    /** Some place of the town. */
    Location somewhere(Random random) {
        return new Location(SOUTH + random.nextDouble() * SIDE * grids / ROW, WEST + random.nextDouble() * SIDE * ROW);
    }

    /** A square with many corners, as outlines in the world have them. */
    private static String cell(int grid) {
        double column = Math.floorMod(grid, ROW);
        double row = Math.floorDiv(grid, ROW);
        StringJoiner ring = new StringJoiner(",", "[[", "]]");
        for (int i = 0; i < CORNERS; i++) {
            ring.add(position(column + (double) i / CORNERS, row));
        }
        for (int i = 0; i < CORNERS; i++) {
            ring.add(position(column + 1, row + (double) i / CORNERS));
        }
        for (int i = 0; i < CORNERS; i++) {
            ring.add(position(column + 1 - (double) i / CORNERS, row + 1));
        }
        for (int i = 0; i <= CORNERS; i++) {
            ring.add(position(column, row + 1 - (double) i / CORNERS));
        }
        return ring.toString();
    }

    private static String box(double west, double south, double east, double north) {
        return "[[" + position(west, south) + "," + position(east, south) + "," + position(east, north) + ","
                + position(west, north) + "," + position(west, south) + "]]";
    }

    private static String position(double column, double row) {
        return String.format(Locale.ROOT, "[%.7f,%.7f]", WEST + column * SIDE, SOUTH + row * SIDE);
    }

    private static String feature(String id, String kind, @Nullable String parent, String coordinates) {
        String within = parent == null ? "" : ",\"parent\":\"" + parent + "\"";
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\"" + within
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";
    }
}
