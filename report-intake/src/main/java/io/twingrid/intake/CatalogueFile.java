package io.twingrid.intake;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.intake.domain.Catalogue;
import io.twingrid.intake.domain.Category;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What intake reads of the town's {@code catalogue.yaml}. */
record CatalogueFile(List<Category> categories) {
    static final String NAME = "catalogue.yaml";

    CatalogueFile {
        Catalogue.byCode(requireNonNull(categories, "categories are missing"));
    }

    /**
     * The categories in a town's folder.
     *
     * @throws io.twingrid.chassis.file.BadFileException if the file is missing or wrong; the message names file and line
     */
    static Map<String, Category> read(Path town) {
        return Catalogue.byCode(
                TownFile.read(town.resolve(NAME), CatalogueFile.class).categories());
    }
}
