package io.twingrid.intake.api.open311;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problem.FieldError;
import io.twingrid.intake.api.open311.Format.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Problems in GeoReport's words: 404 for what is not there, 403 for keys, 400 for what else a client did wrong. */
final class Errors {
    private Errors() {}

    static HttpStatus status(Problem problem) {
        return problem.status() == HttpStatus.UNPROCESSABLE_CONTENT || problem.status() == HttpStatus.CONFLICT
                ? HttpStatus.BAD_REQUEST
                : problem.status();
    }

    static Answer answer(Problem problem) {
        int code = status(problem).value();
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        Map<String, Object> members =
                Objects.requireNonNullElse(problem.document().getProperties(), Map.<String, Object>of());
        if (members.get("errors") instanceof List<?> fields) {
            for (Object field : fields) {
                if (field instanceof FieldError error) {
                    add(errors, code, named(error.field()) + ": " + error.message());
                }
            }
        }
        if (errors.isEmpty()) {
            add(errors, code, String.valueOf(problem.document().getDetail()));
        }
        return new Answer("errors", errors);
    }

    /** A field by the name that the client used. */
    private static String named(String field) {
        return switch (field) {
            case "category" -> "service_code";
            case "location.lat" -> "lat";
            case "location.lon" -> "long";
            case "address" -> "address_string";
            default ->
                field.startsWith("attributes.") ? "attribute[" + field.substring("attributes.".length()) + "]" : field;
        };
    }

    private static void add(ArrayNode errors, int code, String description) {
        errors.addObject().put("code", code).put("description", description);
    }
}
