package io.twingrid.escalation;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.file.TownFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the centre takes from the town's {@code catalogue.yaml}: how long departments have for a category. */
record CatalogueLimits(List<Category> categories) {
    static final String NAME = "catalogue.yaml";

    CatalogueLimits {
        requireNonNull(categories, "categories are missing");
    }

    /**
     * Working time by a category's code.
     *
     * @throws io.twingrid.chassis.file.BadFileException if the file is missing or wrong; the message names file and line
     */
    static Map<String, Duration> read(Path town) {
        Map<String, Duration> limits = new HashMap<>();
        TownFile.read(town.resolve(NAME), CatalogueLimits.class)
                .categories()
                .forEach(category -> limits.put(category.code(), Duration.ofHours(category.resolveHours())));
        return Map.copyOf(limits);
    }

    record Category(String code, int resolveHours) {
        Category {
            requireNonNull(code, "code is missing");
            if (resolveHours < 1) {
                throw new IllegalArgumentException("resolveHours of " + code + " must be at least 1: " + resolveHours);
            }
        }
    }
}
