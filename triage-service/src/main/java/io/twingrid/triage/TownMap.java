package io.twingrid.triage;

import io.twingrid.triage.domain.Area;
import io.twingrid.triage.domain.AreaMap;
import io.twingrid.triage.domain.Location;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The town's area file: for questions, and as it was written.
 *
 * @param areas for questions
 * @param outlines for maps
 */
record TownMap(TownAreas areas, AreaOutlines outlines) {

    /**
     * Reads the file of a town's folder.
     *
     * @throws io.twingrid.chassis.file.BadFileException if it is missing or wrong; the message names file and line
     */
    static TownMap read(Path town, String fallbackGrid) {
        return new TownMap(new TownAreas(AreasFile.read(town), fallbackGrid), AreaOutlines.read(town));
    }

    /** The areas as the file has them at the moment of each question. */
    static AreaMap latest(Supplier<TownMap> source) {
        return new AreaMap() {
            @Override
            public Area areaOf(Location place) {
                return source.get().areas().areaOf(place);
            }

            @Override
            public Optional<Area> areaIn(String community, Location place) {
                return source.get().areas().areaIn(community, place);
            }

            @Override
            public boolean isWithin(String area, String outer) {
                return source.get().areas().isWithin(area, outer);
            }

            @Override
            public String nameOf(String area) {
                return source.get().areas().nameOf(area);
            }
        };
    }
}
