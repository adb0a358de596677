package io.twingrid.chassis.web;

import io.twingrid.chassis.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, 8.8.3</a>). */
public final class IfMatch {
    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,18})\"?");

    private IfMatch() {}

    /**
     * The version that the caller has seen, or null if he does not mind.
     *
     * @throws io.twingrid.chassis.problem.ProblemException 400 if it is not a version
     */
    public static @Nullable Long version(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(header);
        if (!tag.matches()) {
            throw Problem.invalid("If-Match", "is not a version, such as \"3\"").asException();
        }
        return Long.valueOf(tag.group(1));
    }

    /** The tag of a version, for {@code ETag}. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
