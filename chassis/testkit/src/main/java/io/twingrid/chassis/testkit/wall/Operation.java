package io.twingrid.chassis.testkit.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.RunningService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One operation as the service's OpenAPI document has it.
 *
 * @param path with names in braces, as in the document
 * @param parameters names of the query parameters
 * @param consumes media types of the body; empty when it takes none
 * @param body the schema of its JSON body; a missing node when it takes none
 * @param document all of it, where references lead
 */
record Operation(
        HttpMethod method,
        String path,
        List<String> parameters,
        List<String> consumes,
        JsonNode body,
        JsonNode document) {
    static final String FIRST = "0";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** All operations of a service. */
    static List<Operation> of(RunningService service) {
        String text = service.client()
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        JsonNode document = JSON.readTree(Objects.requireNonNull(text));
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry(
                        (method, operation) -> operations.add(read(document, path, method, operation))));
        assertThat(operations).as("operations in /v3/api-docs").isNotEmpty();
        return operations;
    }

    private static Operation read(JsonNode document, String path, String method, JsonNode operation) {
        List<String> parameters = operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
        JsonNode content = operation.path("requestBody").path("content");
        JsonNode schema = content.path("application/json").path("schema");
        return new Operation(
                HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                path,
                parameters,
                List.copyOf(content.propertyNames()),
                resolved(document, schema),
                document);
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** The path with its variables filled in. */
    String path(UnaryOperator<String> valueOf) {
        return VARIABLE.matcher(path)
                .replaceAll(variable -> Matcher.quoteReplacement(valueOf.apply(variable.group(1))));
    }

    /** The path with an id of nothing in place of each variable, and that of {@link ServiceUnderTest#everybody} for a person's. */
    String anyPath() {
        return path(name -> name.equals("observerId") ? "everybody" : "no-such-" + name.toLowerCase(Locale.ROOT));
    }

    /** A media type that it takes. */
    MediaType mediaType() {
        return consumes.stream()
                .map(MediaType::parseMediaType)
                .filter(MediaType::isConcrete)
                .findFirst()
                .orElse(MediaType.APPLICATION_OCTET_STREAM);
    }

    boolean takesJson() {
        return !body.isMissingNode();
    }

    /** The names of the fields of its JSON body that are texts. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        body.path("properties").forEachEntry((name, property) -> {
            if (property.path("type").asString("").equals("string")) {
                texts.add(name);
            }
        });
        return texts;
    }

    /** Where in its JSON body texts may stand, in objects and lists too: names with {@code /} between, {@link #FIRST} in a list. */
    List<String> textsAnywhere() {
        List<String> found = new ArrayList<>();
        findTexts("", body, found);
        return found;
    }

    private void findTexts(String at, JsonNode given, List<String> found) {
        JsonNode schema = resolved(document, given);
        switch (schema.path("type").asString("object")) {
            case "string" -> found.add(at);
            case "array" -> findTexts(at + '/' + FIRST, schema.path("items"), found);
            default ->
                schema.path("properties")
                        .forEachEntry(
                                (name, property) -> findTexts(at.isEmpty() ? name : at + '/' + name, property, found));
        }
    }

    /** A body with the required fields and nothing else, of values that the schema allows. */
    Object sample() {
        return sample(body);
    }

    private Object sample(JsonNode given) {
        JsonNode schema = resolved(document, given);
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0).asString();
        }
        return switch (schema.path("type").asString("object")) {
            case "string" ->
                schema.path("format").asString("").equals("date-time") ? "2027-01-04T02:00:00Z" : "some words";
            case "integer", "number" -> Math.max(1, schema.path("minimum").asInt(1));
            case "boolean" -> false;
            case "array" -> List.of(sample(schema.path("items")));
            default -> sampleObject(schema);
        };
    }

    private Map<String, Object> sampleObject(JsonNode schema) {
        Map<String, Object> sample = new LinkedHashMap<>();
        schema.path("required")
                .forEach(name -> sample.put(
                        name.asString(), sample(schema.path("properties").path(name.asString()))));
        return sample;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
