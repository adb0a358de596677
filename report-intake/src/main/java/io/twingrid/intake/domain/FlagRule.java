package io.twingrid.intake.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One thing that is noticed of a draft when it comes in. */
@FunctionalInterface
public interface FlagRule {
    /** What is neither a letter nor a digit. */
    Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");

    Optional<Flag> of(Draft draft);

    static FlagRule outsideArea(ServiceArea area) {
        return when(Flag.OUTSIDE_AREA, draft -> {
            Location place = draft.place();
            return place != null && !area.holds(place);
        });
    }

    static FlagRule privateCategory(Set<String> categories) {
        return when(Flag.PRIVATE, draft -> draft.category() != null && categories.contains(draft.category()));
    }

    static FlagRule everything() {
        return when(Flag.PRE_MODERATED, draft -> true);
    }

    static FlagRule links() {
        Pattern link = Pattern.compile(
                "(?i)https?://|www\\.|\\b[a-z0-9-]+\\.(com|cn|net|org|top|xyz|vip|cc|shop|club|info|me|io|app)\\b");
        return when(Flag.LINKS, draft -> words(draft)
                .anyMatch(text -> link.matcher(text).find()));
    }

    /** Finds words also where they are spread out, in full width, or broken by marks. */
    static FlagRule blockedWords(List<String> blocked) {
        List<String> plain = blocked.stream().map(FlagRule::plain).toList();
        return when(
                Flag.BLOCKED_WORDS, draft -> words(draft).map(FlagRule::plain).anyMatch(text -> plain.stream()
                        .anyMatch(text::contains)));
    }

    private static FlagRule when(Flag flag, Predicate<Draft> condition) {
        return draft -> condition.test(draft) ? Optional.of(flag) : Optional.empty();
    }

    private static Stream<String> words(Draft draft) {
        return Stream.concat(
                Stream.of(draft.description(), draft.address()).flatMap(Stream::ofNullable),
                draft.attributes().values().stream());
    }

    private static String plain(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return MARKS.matcher(letters).replaceAll("");
    }
}
