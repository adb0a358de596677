package io.twingrid.chassis.web;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a request's fields one after the other and collects what is wrong, so that the answer names everything at once.
 * A service adds the checks of its own words.
 */
public class FieldChecks {
    private final int longestText;
    private final int longestId;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * Checks of one request.
     *
     * @param longestText characters that a text may have
     * @param longestId characters that an id may have
     */
    protected FieldChecks(int longestText, int longestId) {
        this.longestText = longestText;
        this.longestId = longestId;
    }

    /** A text that has to be there. */
    public final String text(String field, @Nullable String value) {
        String text = optionalText(field, value);
        return text == null ? refused(field, "is needed", "") : text;
    }

    /** A text that may be absent; a blank one is. */
    public final @Nullable String optionalText(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        return text.length() > longestText ? refused(field, "has more than " + longestText + " characters", "") : text;
    }

    /** The id of a person or a thing, which has to be there. */
    public final String id(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return refused(field, "is needed", "");
        }
        return value.length() > longestId ? refused(field, "is longer than any id", "") : value;
    }

    /** Ids of files; none if there are none. */
    public final List<String> fileIds(String field, @Nullable List<@Nullable String> values, int most) {
        List<String> ids = new ArrayList<>();
        for (String value : values == null ? List.<@Nullable String>of() : values) {
            if (value == null || value.length() > longestId || !value.matches("[A-Za-z0-9._-]+")) {
                return refused(field, "names what is not an id", List.of());
            }
            ids.add(value);
        }
        return ids.size() > most ? refused(field, "has more than " + most + " entries", List.of()) : ids;
    }

    /** A whole number from {@code least} to {@code most}; {@code usual} if it is not given. */
    public final int between(String field, @Nullable Integer value, int least, int most, int usual) {
        if (value == null) {
            return usual;
        }
        return value < least || value > most ? refused(field, "must be from " + least + " to " + most, usual) : value;
    }

    /**
     * A time that has to be there, to the millisecond, and lies no further ahead than {@code most}: nobody waits for longer, and
     * whoever counts working days up to it would have to count them. Whether it lies ahead at all is not asked.
     */
    public final Instant ahead(String field, @Nullable Instant value, Instant now, Duration most) {
        if (value == null) {
            return refused(field, "is needed", now);
        }
        return value.isAfter(now.plus(most))
                ? refused(field, "lies more than " + most.toDays() + " days ahead", now)
                : value.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A value that has to be there; {@code any} stands for it until the request ends. */
    public final <T> T required(String field, @Nullable T value, T any) {
        return value == null ? refused(field, "is needed", any) : value;
    }

    /** Notes that a field is wrong; {@code instead} stands for it until {@link #accepted} ends the request. */
    public final <T> T refused(String field, String message, T instead) {
        errors.add(new FieldError(field, message));
        return instead;
    }

    /**
     * The command that the fields make, if all are right.
     *
     * @throws io.twingrid.chassis.problem.ProblemException 400 if one was wrong
     */
    public final <T> T accepted(T value) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return value;
    }
}
