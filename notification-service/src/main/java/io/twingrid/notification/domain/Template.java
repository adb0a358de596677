package io.twingrid.notification.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with details in braces, e.g. {@code New report: {category}}. */
public final class Template {
    private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)}");

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A piece of plain text and the detail behind it, if there is one. */
    private record Part(String plain, @Nullable Detail detail) {}

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it is blank or names a detail that does not exist
     */
    public static Template parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a text is blank");
        }
        List<Part> parts = new ArrayList<>();
        Matcher named = NAMED.matcher(text);
        int behind = 0;
        while (named.find()) {
            parts.add(new Part(text.substring(behind, named.start()), Detail.of(named.group(1))));
            behind = named.end();
        }
        parts.add(new Part(text.substring(behind), null));
        return new Template(parts);
    }

    /** The details that it names. */
    Set<Detail> named() {
        Set<Detail> named = EnumSet.noneOf(Detail.class);
        parts.forEach(part -> {
            if (part.detail() != null) {
                named.add(part.detail());
            }
        });
        return named;
    }

    String fill(Function<Detail, String> saying) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.plain());
            if (part.detail() != null) {
                text.append(saying.apply(part.detail()));
            }
        }
        return text.toString();
    }
}
