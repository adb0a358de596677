package io.twingrid.intake.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be reported in this town, at the moment of each question: the town changes it while the service runs. */
public final class Catalogue {
    private final Supplier<Map<String, Category>> latest;

    /** @param latest gives what {@link #byCode} made */
    public Catalogue(Supplier<Map<String, Category>> latest) {
        this.latest = latest;
    }

    /**
     * Categories by their codes, in the order in which they are shown.
     *
     * @throws IllegalArgumentException if there is none, or a code stands twice
     */
    public static Map<String, Category> byCode(List<Category> categories) {
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("the catalogue has no categories");
        }
        Map<String, Category> byCode = new LinkedHashMap<>();
        for (Category category : categories) {
            if (byCode.put(category.code(), category) != null) {
                throw new IllegalArgumentException("category " + category.code() + " stands twice");
            }
        }
        return Collections.unmodifiableMap(byCode);
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(latest.get().get(code));
    }

    public Collection<Category> all() {
        return latest.get().values();
    }
}
