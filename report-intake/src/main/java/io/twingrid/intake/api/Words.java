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
        String note = entry.note();
        return note == null ? words : words + (isChinese(locale) ? "：" : ": ") + said(entry.type(), note, locale);
    }

    /** A reason that its writer has given by a word of a list, in the reader's language; else what he wrote. */
    private static String said(String type, String note, @Nullable Locale locale) {
        String key = type + "." + note;
        return bundle(locale).containsKey(key) ? bundle(locale).getString(key) : note;
    }

    /** The words of a key of the bundle. */
    public static String of(String key, @Nullable Locale locale) {
        try {
            return bundle(locale).getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("there are no words for " + key, e);
        }
    }

    private static ResourceBundle bundle(@Nullable Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                isChinese(locale) ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static boolean isChinese(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
