package io.twingrid.intake.api;

import io.twingrid.intake.domain.TimelineEntry;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What people read, in their language: Chinese where that is asked for, else English. */
public final class Words {
    private static final String BUNDLE = "io.twingrid.intake.words";

    private Words() {}

    /** The public words for a step. */
    public static String of(TimelineEntry entry, @Nullable Locale locale) {
        String words = of(entry.type(), locale);
        return entry.note() == null ? words : words + (isChinese(locale) ? ":" : ": ") + entry.note();
    }

    /** The words of a key of the bundle. */
    public static String of(String key, @Nullable Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                isChinese(locale) ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("there are no words for " + key, e);
        }
    }

    static boolean isChinese(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
