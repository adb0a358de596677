package io.twingrid.escalation;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.Departments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the centre takes from the town's files. The files' records check themselves while they are read; what is wrong
 * stops the start with a {@link io.twingrid.chassis.file.BadFileException} that names file and line.
 */
final class Town {
    private Town() {}

    static Departments departments(Path folder) {
        return TownFile.read(folder.resolve("departments.yaml"), Departments.class);
    }

    /** @param otherwise the limit of a category that the catalogue does not name */
    static Deadlines deadlines(Path folder, Duration otherwise) {
        Map<String, Duration> limits = TownFile.read(folder.resolve("catalogue.yaml"), CatalogueFile.class)
                .limits();
        return (category, from) -> from.plus(limits.getOrDefault(category, otherwise));
    }

    record CatalogueFile(List<Category> categories) {
        CatalogueFile {
            requireNonNull(categories, "categories are missing");
        }

        Map<String, Duration> limits() {
            Map<String, Duration> limits = new HashMap<>();
            categories.forEach(category -> limits.put(category.code(), Duration.ofHours(category.resolveHours())));
            return Map.copyOf(limits);
        }
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
