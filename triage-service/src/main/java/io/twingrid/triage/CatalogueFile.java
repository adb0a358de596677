package io.twingrid.triage;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.triage.domain.Catalogue;
import io.twingrid.triage.domain.CategoryRule;
import io.twingrid.triage.domain.Level;
import io.twingrid.triage.domain.Priority;
import io.twingrid.triage.domain.Resemblance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the desk reads of the town's {@code catalogue.yaml}. */
record CatalogueFile(List<Category> categories) {
    static final String NAME = "catalogue.yaml";

    CatalogueFile {
        categories = List.copyOf(requireNonNull(categories, "categories are missing"));
        Set<String> codes = new HashSet<>();
        for (Category category : categories) {
            if (!codes.add(category.code())) {
                throw new IllegalArgumentException("category " + category.code() + " stands twice");
            }
        }
    }

    /**
     * The catalogue in a town's folder.
     *
     * @param otherwise the rule for codes that it has not
     * @throws io.twingrid.chassis.file.BadFileException if it is missing or wrong; the message names file and line
     */
    static Catalogue read(Path town, CategoryRule otherwise) {
        CatalogueFile file = TownFile.read(town.resolve(NAME), CatalogueFile.class);
        Map<String, CategoryRule> rules = new HashMap<>();
        file.categories().forEach(category -> rules.put(category.code(), category.rule(otherwise.same())));
        return code -> rules.getOrDefault(code, otherwise);
    }

    /** A category as the file has it; checked here, so that the file's line is named. */
    record Category(
            String code,
            Level level,
            Priority priority,
            int verifyHours,
            int resolveHours,
            @Nullable Duplicates duplicates) {
        Category {
            requireNonNull(code, "code is missing");
            requireNonNull(level, "level is missing");
            requireNonNull(priority, "priority is missing");
            CategoryRule.checkHours(verifyHours, resolveHours);
        }

        CategoryRule rule(Resemblance usual) {
            return new CategoryRule(
                    level, priority, verifyHours, resolveHours, duplicates == null ? usual : duplicates.resemblance());
        }
    }

    /** @param hours natural hours between the two */
    record Duplicates(int metres, int hours) {
        Duplicates {
            Resemblance.check(metres, Duration.ofHours(hours));
        }

        Resemblance resemblance() {
            return new Resemblance(metres, Duration.ofHours(hours));
        }
    }
}
