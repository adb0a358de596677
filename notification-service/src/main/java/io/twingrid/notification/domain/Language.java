package io.twingrid.notification.domain;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that notices are written in. */
public enum Language {
    ZH,
    EN;

    /**
     * What a reader prefers.
     *
     * @param acceptLanguage an RFC 9110 {@code Accept-Language} value; missing, unreadable or of other languages is {@link
     *     #ZH}, the town's own
     */
    public static Language preferredBy(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return ZH;
        }
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), List.of("zh", "en"));
            return "en".equals(tag) ? EN : ZH;
        } catch (IllegalArgumentException unreadable) {
            return ZH;
        }
    }
}
