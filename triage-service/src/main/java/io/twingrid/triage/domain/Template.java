package io.twingrid.triage.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that staff need not write again and again: for the note or reason of a verb.
 *
 * @param verb the verb it is for
 * @param categories codes of the categories it is for; none for all
 * @param name what staff choose it by
 * @param text with places to be filled in, such as <code>{number}</code>
 */
public record Template(Verb verb, Set<String> categories, String name, String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    /** What can stand in braces. */
    private enum Place {
        NUMBER,
        ADDRESS,
        COMMUNITY,
        HANDLER;

        @Nullable
        String of(CommunityCase theCase, AreaMap areas) {
            return switch (this) {
                case NUMBER -> theCase.report().number();
                case ADDRESS -> theCase.report().address();
                case COMMUNITY -> areas.nameOf(theCase.area().community());
                case HANDLER -> theCase.handler();
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Place named(String word) {
            return Arrays.stream(values())
                    .filter(place -> place.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("{" + word + "} cannot be filled in; these can: "
                            + Arrays.stream(values()).map(Place::word).toList()));
        }
    }

    public Template {
        categories = Set.copyOf(categories);
        check(text);
    }

    /**
     * Makes sure that every place can be filled in.
     *
     * @throws IllegalArgumentException if one cannot
     */
    public static void check(String text) {
        PLACE.matcher(text).results().map(place -> place.group(1)).forEach(Place::named);
    }

    /** Whether it is for this verb and cases of this category. */
    public boolean isFor(Verb other, String category) {
        return verb == other && (categories.isEmpty() || categories.contains(category));
    }

    /** The text for a case; a community by its name among {@code areas}. */
    public String filledFor(CommunityCase theCase, AreaMap areas) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Objects.requireNonNullElse(Place.named(place.group(1)).of(theCase, areas), "")));
    }
}
