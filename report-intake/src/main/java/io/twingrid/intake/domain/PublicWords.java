package io.twingrid.intake.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words as everybody may read them: without what can be recognised as a telephone number, an identity or bank card's
 * number, a plate or an e-mail address. A name cannot be recognised; that is what moderation is for.
 */
public final class PublicWords {
    private static final String MASK = "***";
    private static final Pattern PERSONAL = Pattern.compile(
            "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+" // e-mail
                    + "|(?<!\\d)(\\+|00)?\\d([ -]?\\d){6,18}[Xx]?(?!\\d)" // numbers of seven digits and more
                    + "|[\\u4e00-\\u9fa5][A-Z][·• ]?[A-Z0-9]{5,6}(?![A-Z0-9])"); // plates, as 闽D12345

    private PublicWords() {}

    public static String of(String text) {
        return PERSONAL.matcher(text).replaceAll(MASK);
    }

    public static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }
}
