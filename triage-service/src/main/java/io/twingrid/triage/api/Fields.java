package io.twingrid.triage.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problem.FieldError;
import io.twingrid.triage.TriageSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a request's fields one after the other and collects what is wrong, so that the answer names everything at once. */
final class Fields {
    private final TriageSettings settings;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    Fields(TriageSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /** A text that has to be there. */
    String text(String field, @Nullable String value) {
        String text = optionalText(field, value);
        return text == null ? wrong(field, "is needed", "") : text;
    }

    /** A text that may be absent; a blank one is. */
    @Nullable
    String optionalText(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        return text.length() > settings.longestText()
                ? wrong(field, "has more than " + settings.longestText() + " characters", "")
                : text;
    }

    /** The id of a person. */
    String person(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return wrong(field, "is needed", "");
        }
        return value.length() > settings.longestId() ? wrong(field, "is longer than any person's id", "") : value;
    }

    /** The id of a case or an area. */
    String id(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return wrong(field, "is needed", "");
        }
        return value.length() > settings.longestId() ? wrong(field, "is longer than any id", "") : value;
    }

    /** A time that does not lie too far ahead; whether it lies ahead at all, the rules say. */
    Instant ahead(String field, @Nullable Instant value) {
        if (value == null) {
            return wrong(field, "is needed", Instant.EPOCH);
        }
        Duration most = settings.longestWait();
        return value.isAfter(now.plus(most))
                ? wrong(field, "lies more than " + most.toDays() + " days ahead", Instant.EPOCH)
                : value.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Ids of photos; none if there are none. */
    List<String> photos(String field, @Nullable List<@Nullable String> values) {
        List<String> photos = new ArrayList<>();
        for (String value : values == null ? List.<@Nullable String>of() : values) {
            if (value == null || value.length() > settings.longestId() || !value.matches("[A-Za-z0-9._-]+")) {
                return wrong(field, "names a photo that is not an id", List.of());
            }
            photos.add(value);
        }
        return photos.size() > settings.mostPhotos()
                ? wrong(field, "has more than " + settings.mostPhotos() + " photos", List.of())
                : photos;
    }

    /** A value that has to be there; {@code any} stands for it until the request ends. */
    <T> T required(String field, @Nullable T value, T any) {
        return value == null ? wrong(field, "is needed", any) : value;
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
