package io.twingrid.intake.api.open311;

import io.twingrid.chassis.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * A request's parameters, of its query or of its form. An empty one counts as absent (GeoReport v2).
 *
 * @param files of a multipart form
 */
record Params(MultiValueMap<String, String> values, List<FilePart> files) {
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\]]+)](\\[\\d*])?");

    static Params ofQuery(ServerRequest request) {
        return new Params(request.queryParams(), List.of());
    }

    /** The form of a POST; 415 if the body is something else. */
    static Mono<Params> ofForm(ServerRequest request) {
        MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
            return request.formData().map(values -> new Params(values, List.of()));
        }
        if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return request.multipartData().map(Params::ofParts);
        }
        return Mono.error(Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "The body must be application/x-www-form-urlencoded or multipart/form-data.")
                .asException());
    }

    private static Params ofParts(MultiValueMap<String, Part> parts) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        parts.forEach((name, all) -> all.forEach(part -> {
            if (part instanceof FormFieldPart field) {
                values.add(name, field.value());
            }
        }));
        return new Params(
                values,
                parts.values().stream()
                        .flatMap(List::stream)
                        .filter(FilePart.class::isInstance)
                        .map(FilePart.class::cast)
                        .toList());
    }

    @Nullable
    String get(String name) {
        String value = values.getFirst(name);
        return value == null || value.isBlank() ? null : value;
    }

    String required(String name) {
        String value = get(name);
        if (value == null) {
            throw Problem.invalid(name, "is missing").asException();
        }
        return value;
    }

    /** A comma-separated list; empty if the parameter is absent. */
    List<String> list(String name) {
        String value = get(name);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    @Nullable
    Instant time(String name) {
        String value = get(name);
        try {
            // A + in a query that was not encoded arrives as a blank.
            return value == null
                    ? null
                    : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "must be a W3C date and time with a zone, e.g. 2026-11-22T08:30:00Z")
                    .asException();
        }
    }

    @Nullable
    Double number(String name) {
        String value = get(name);
        try {
            return value == null ? null : Double.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid(name, "must be a number").asException();
        }
    }

    int whole(String name, int otherwise, int most) {
        String value = get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Problem.invalid(name, "must be a whole number from 1 to " + most).asException();
    }

    /** {@code attribute[code]=v}, {@code attribute[code][]=v1&attribute[code][]=v2}; several values become one, with commas. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            Matcher matcher = ATTRIBUTE.matcher(name);
            List<String> given = all.stream().filter(value -> !value.isBlank()).toList();
            if (matcher.matches() && !given.isEmpty()) {
                attributes.merge(matcher.group(1), String.join(",", given), (a, b) -> a + "," + b);
            }
        });
        return attributes;
    }
}
