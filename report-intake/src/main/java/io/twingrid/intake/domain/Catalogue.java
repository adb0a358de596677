package io.twingrid.intake.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be reported in this town. */
public final class Catalogue {
    private final Map<String, Category> byCode = new LinkedHashMap<>();

    /**
     * Takes the categories in the order in which they are shown.
     *
     * @throws IllegalArgumentException if there is none, or a code stands twice
     */
    public Catalogue(List<Category> categories) {
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("the catalogue has no categories");
        }
        for (Category category : categories) {
            if (byCode.put(category.code(), category) != null) {
                throw new IllegalArgumentException("category " + category.code() + " stands twice");
            }
        }
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Collection<Category> all() {
        return byCode.values();
    }
}
