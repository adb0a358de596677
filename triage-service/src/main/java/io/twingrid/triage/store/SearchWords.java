package io.twingrid.triage.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text is found by: words in lower case, and, as Chinese has no gaps between words, every two neighbouring
 * characters.
 */
final class SearchWords {
    /** More words of one text than people search for; they bound what a case costs its index. */
    private static final int MOST = 48;

    private static final Pattern RUNS = Pattern.compile("(\\p{IsHan}+)|([\\p{L}\\p{N}&&[^\\p{IsHan}]]+)");

    private SearchWords() {}

    static List<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher run = RUNS.matcher(text.toLowerCase(Locale.ROOT));
        while (run.find() && words.size() < MOST) {
            if (run.group(1) == null) {
                words.add(run.group(2));
            } else {
                addPairs(run.group(1), words);
            }
        }
        return new ArrayList<>(words).subList(0, Math.min(MOST, words.size()));
    }

    private static void addPairs(String characters, Set<String> words) {
        if (characters.length() == 1) {
            words.add(characters);
        }
        for (int i = 0; i + 1 < characters.length(); i++) {
            words.add(characters.substring(i, i + 2));
        }
    }
}
