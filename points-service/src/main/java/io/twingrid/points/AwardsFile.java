package io.twingrid.points;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.Catalogue;
import java.nio.file.Path;
import java.time.ZoneId;

/** What the town's {@code catalogue.yaml} gives points for. */
final class AwardsFile {
    static final String NAME = "catalogue.yaml";

    private AwardsFile() {}

    /**
     * The rules of the file, read again when it changes. What was credited stays as it was.
     *
     * @throws io.twingrid.chassis.file.BadFileException if the file is missing or wrong; the message names file and line
     */
    static TownSource<AwardRules> source(Path town, ZoneId zone) {
        return new TownSource<>(
                town, NAME, folder -> AwardRules.of(TownFile.read(folder.resolve(NAME), Catalogue.class), zone));
    }
}
