package io.twingrid.notification.domain;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What codes are called: categories, areas, departments, priorities …
 *
 * @param of the names of each kind of code, as they are at the moment
 */
public record Names(Map<Detail, ? extends Supplier<Map<String, Words>>> of) {
    public Names {
        of = Map.copyOf(of);
    }

    /** A code's name, or the code itself if it has none: free text is such a code. */
    String name(Detail kind, String code, Language language) {
        Supplier<Map<String, Words>> names = of.get(kind);
        Words words = names == null ? null : names.get().get(code);
        return words == null ? code : words.in(language);
    }
}
