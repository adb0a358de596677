package io.twingrid.notification.domain;

import java.util.Map;

/**
 * What codes are called: categories, areas, departments, priorities …
 *
 * @param of the names of each kind of code
 */
public record Names(Map<Detail, Map<String, Words>> of) {
    public Names {
        of = Map.copyOf(of);
    }

    /** A code's name, or the code itself if it has none: free text is such a code. */
    String name(Detail kind, String code, Language language) {
        Words words = of.getOrDefault(kind, Map.of()).get(code);
        return words == null ? code : words.in(language);
    }
}
