package io.twingrid.notification;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Words;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the town's files call its categories, areas and departments. */
final class TownNames {
    private TownNames() {}

    /**
     * Reads the names of the town in this folder.
     *
     * @throws io.twingrid.chassis.file.BadFileException if a file is missing or has something without a name
     */
    static Map<Detail, Map<String, Words>> read(Path town) {
        Map<String, Words> areas = new HashMap<>();
        TownFile.read(town.resolve("areas.geojson"), Areas.class)
                .features()
                .forEach(area ->
                        areas.put(area.properties().id(), area.properties().name()));
        Map<String, Words> categories = new HashMap<>();
        TownFile.read(town.resolve("catalogue.yaml"), Catalogue.class)
                .categories()
                .forEach(category -> categories.put(category.code(), category.name()));
        Map<String, Words> departments = new HashMap<>();
        TownFile.read(town.resolve("departments.yaml"), Departments.class)
                .departments()
                .forEach(department -> departments.put(department.id(), department.name()));
        return Map.of(
                Detail.STREET, areas,
                Detail.COMMUNITY, areas,
                Detail.GRID, areas,
                Detail.CATEGORY, categories,
                Detail.DEPARTMENT, departments);
    }

    record Catalogue(List<Category> categories) {
        Catalogue {
            Objects.requireNonNull(categories, "categories");
        }
    }

    record Category(String code, Words name) {
        Category {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
        }
    }

    record Areas(List<Area> features) {
        Areas {
            Objects.requireNonNull(features, "features");
        }
    }

    record Area(Named properties) {
        Area {
            Objects.requireNonNull(properties, "properties");
        }
    }

    record Departments(List<Named> departments) {
        Departments {
            Objects.requireNonNull(departments, "departments");
        }
    }

    record Named(String id, Words name) {
        Named {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
        }
    }
}
