package io.twingrid.chassis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A contract's example of a fact: CloudEvents in structured JSON, in the writer's {@code contract/examples}. The writer
 * proves that it emits it, the reader that it reads it; the file is where both meet.
 */
public final class GoldenFact {
    private static final JsonMapper JSON = new JsonMapper();

    private GoldenFact() {}

    public static Fact read(Path file) {
        JsonNode event = tree(file);
        assertThat(event.path("specversion").asString())
                .as("%s: specversion", file)
                .isEqualTo("1.0");
        assertThat(event.path("datacontenttype").asString())
                .as("%s: datacontenttype", file)
                .isEqualTo("application/json");
        return new Fact(
                event.required("id").asString(),
                event.required("type").asString(),
                event.required("source").asString(),
                event.required("subject").asString(),
                Instant.parse(event.required("time").asString()),
                null,
                event.required("data").toString());
    }

    /** The same fact as a later writer may state it. */
    public static Fact withUnknownField(Fact fact) {
        ObjectNode data = (ObjectNode) JSON.readTree(fact.data());
        data.put("aFieldOfTomorrow", "unknown today");
        return withData(fact, data);
    }

    /** The same fact with other values in some of its fields; {@code fields} is a JSON object. */
    public static Fact with(Fact fact, String fields) {
        ObjectNode data = (ObjectNode) JSON.readTree(fact.data());
        JSON.readTree(fields).properties().forEach(field -> data.set(field.getKey(), field.getValue()));
        return withData(fact, data);
    }

    /** The same fact about another subject, with an id of its own; {@code idField} is the field of the data that names the subject. */
    public static Fact about(Fact fact, String idField, String subject) {
        ObjectNode data = (ObjectNode) JSON.readTree(fact.data());
        data.put(idField, subject);
        return new Fact(
                fact.id().replace(fact.subject(), subject),
                fact.type(),
                fact.source(),
                subject,
                fact.time(),
                fact.traceparent(),
                data.toString());
    }

    /** Holds a fact that was really emitted against the example: same type and source, and in the data the same fields of the same kinds. */
    public static void assertWritten(Path file, Fact emitted) {
        Fact example = read(file);
        assertThat(emitted.type()).as("type").isEqualTo(example.type());
        assertThat(emitted.source()).as("source").isEqualTo(example.source());
        assertThat(shape(JSON.readTree(emitted.data())))
                .as("fields of %s, against %s", emitted.type(), file)
                .isEqualTo(shape(JSON.readTree(example.data())));
    }

    private static Set<String> shape(JsonNode node) {
        Set<String> shape = new TreeSet<>();
        shape("", node, shape);
        return shape;
    }

    private static void shape(String path, JsonNode node, Set<String> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> shape(path + "/" + field.getKey(), field.getValue(), into));
        } else if (node.isArray()) {
            into.add(path + ": array");
            node.values().forEach(item -> shape(path + "/*", item, into));
        } else {
            into.add(path + ": " + node.getNodeType());
        }
    }

    private static Fact withData(Fact fact, ObjectNode data) {
        return new Fact(
                fact.id(),
                fact.type(),
                fact.source(),
                fact.subject(),
                fact.time(),
                fact.traceparent(),
                data.toString());
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toAbsolutePath() + " cannot be read", e);
        }
    }
}
