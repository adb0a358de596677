package io.twingrid.intake.api;

import java.util.regex.Pattern;

/** Text that XML 1.0 can hold (section 2.2); what it cannot, not even as a reference, is left out. */
public final class XmlText {
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private XmlText() {}

    public static String of(String text) {
        return UNWRITABLE.matcher(text).replaceAll("");
    }
}
