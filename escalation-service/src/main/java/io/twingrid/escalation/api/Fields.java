package io.twingrid.escalation.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problem.FieldError;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.domain.Departments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a request's fields one after the other and collects what is wrong, so that the answer names everything at once. */
final class Fields {
    private final EscalationSettings settings;
    private final List<FieldError> errors = new ArrayList<>();

    Fields(EscalationSettings settings) {
        this.settings = settings;
    }

    /** A text that has to be there. */
    String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return wrong(field, "is needed", "");
        }
        String text = value.strip();
        return text.length() > settings.longestText()
                ? wrong(field, "has more than " + settings.longestText() + " characters", "")
                : text;
    }

    /** Ids of photos; none if there are none. */
    List<String> photos(String field, @Nullable List<@Nullable String> values) {
        List<String> photos = new ArrayList<>();
        for (String value : values == null ? List.<@Nullable String>of() : values) {
            if (value == null || !value.matches("[A-Za-z0-9._-]{1,64}")) {
                return wrong(field, "names a photo that is not an id", List.of());
            }
            photos.add(value);
        }
        return photos.size() > settings.mostPhotos()
                ? wrong(field, "has more than " + settings.mostPhotos() + " photos", List.of())
                : photos;
    }

    /** The id of a department of this town. */
    String department(String field, @Nullable String value, Departments departments) {
        if (value == null) {
            return wrong(field, "is needed", "");
        }
        return departments.has(value) ? value : wrong(field, "is not a department of this town", "");
    }

    /** Ids of departments that join in, beside {@code leading}; each once. */
    List<String> departments(
            String field, @Nullable List<@Nullable String> values, String leading, Departments departments) {
        LinkedHashSet<String> ids = new LinkedHashSet<>();
        for (String value : values == null ? List.<@Nullable String>of() : values) {
            if (value == null || !departments.has(value)) {
                return wrong(field, "names what is not a department of this town", List.of());
            }
            ids.add(value);
        }
        return ids.contains(leading)
                ? wrong(field, "names the leading department; it leads already", List.of())
                : List.copyOf(ids);
    }

    /** A time to come, to the millisecond; null if it is not given. */
    @Nullable
    Instant future(String field, @Nullable Instant value, Instant now) {
        if (value == null) {
            return null;
        }
        return value.isAfter(now) ? value.truncatedTo(ChronoUnit.MILLIS) : wrong(field, "is not in the future", now);
    }

    /** A time to come that has to be given, to the millisecond. */
    Instant neededFuture(String field, @Nullable Instant value, Instant now) {
        Instant time = future(field, value, now);
        return time == null ? wrong(field, "is needed", now) : time;
    }

    /** A value that has to be given. */
    <T> T needed(String field, @Nullable T value, T instead) {
        return value == null ? wrong(field, "is needed", instead) : value;
    }

    /** Notes that a field is wrong; {@code instead} stands for it until the request ends. */
    <T> T refused(String field, String message, T instead) {
        return wrong(field, message, instead);
    }

    /** A whole number from {@code least} to {@code most}; {@code usual} if it is not given. */
    int between(String field, @Nullable Integer value, int least, int most, int usual) {
        if (value == null) {
            return usual;
        }
        return value < least || value > most ? wrong(field, "must be from " + least + " to " + most, usual) : value;
    }

    /** @throws io.twingrid.chassis.problem.ProblemException 400 if a field was wrong */
    <T> T accepted(T value) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return value;
    }

    /** Notes an error; {@code instead} stands for the value until {@link #accepted} ends the request. */
    private <T> T wrong(String field, String message, T instead) {
        errors.add(new FieldError(field, message));
        return instead;
    }
}
