package io.twingrid.notification;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.notification.domain.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the town's files call its categories, areas and departments; read again when they change. */
final class TownNames {
    private TownNames() {}

    /** The names in {@code areas.geojson}, of streets, communities and grids by their ids. */
    static TownSource<Map<String, Words>> areas(Path town) {
        return named(town, "areas.geojson", Areas.class, file -> file.features().stream()
                .map(Area::properties));
    }

    /** The names in {@code catalogue.yaml}, by the categories' codes. */
    static TownSource<Map<String, Words>> categories(Path town) {
        return named(town, "catalogue.yaml", Catalogue.class, file -> file.categories().stream()
                .map(category -> new Named(category.code(), category.name())));
    }

    /** The names in {@code departments.yaml}, by the departments' ids. */
    static TownSource<Map<String, Words>> departments(Path town) {
        return named(town, "departments.yaml", Departments.class, file -> file.departments().stream());
    }

    private static <F> TownSource<Map<String, Words>> named(
            Path town, String name, Class<F> type, Function<F, Stream<Named>> named) {
        return new TownSource<>(town, name, folder -> named.apply(TownFile.read(folder.resolve(name), type))
                .collect(Collectors.toUnmodifiableMap(Named::id, Named::name, (first, second) -> second)));
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
