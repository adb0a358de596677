package io.twingrid.intake.api;

import io.twingrid.intake.domain.TimelineEntry;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The public words for a step, in the reader's language: Chinese where that is asked for, else English. */
final class StoryWords {
    private static final String BUNDLE = "io.twingrid.intake.story";

    private StoryWords() {}

    static String of(TimelineEntry entry, @Nullable Locale locale) {
        String words = words(entry.type(), locale);
        return entry.note() == null ? words : words + (isChinese(locale) ? ":" : ": ") + entry.note();
    }

    private static String words(String type, @Nullable Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                isChinese(locale) ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        try {
            return bundle.getString(type);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("the story has no words for a step of type " + type, e);
        }
    }

    private static boolean isChinese(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
