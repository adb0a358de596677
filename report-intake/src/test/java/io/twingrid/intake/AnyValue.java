package io.twingrid.intake;

import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values by the schemas of a description: mostly what a schema asks for, sometimes anything else. */
record AnyValue(Random random, JsonNode api) {
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "01037",
            "06010",
            "dark",
            "GCJ02",
            "public",
            "hidden",
            "\u0000",
            "😀",
            "{}",
            "-1",
            "NaN",
            "1e999",
            "../..",
            "x".repeat(5000),
            "%",
            "'",
            "24.6",
            "2026-11-22",
            "2026-11-22T08:30:00Z",
            "open",
            "true",
            "null");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** One of so many values is not what its schema asks for. */
    private static final int WRONG = 12;

    JsonNode of(JsonNode schema, int depth) {
        if (random.nextInt(WRONG) == 0) {
            return anything(2);
        }
        String ref = schema.path("$ref").asString("");
        if (!ref.isEmpty()) {
            return of(api.at(ref.substring(1)), depth);
        }
        if (schema.has("example") && random.nextInt(4) > 0) {
            return schema.get("example");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asString("")) {
            case "string" -> NODES.stringNode(text());
            case "integer" -> NODES.numberNode(random.nextInt(-1, 50));
            case "number" -> NODES.numberNode(random.nextGaussian() * 30);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            default -> anything(2);
        };
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
            array.add(of(schema.path("items"), depth - 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        String required = schema.path("required").toString();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            // What may be left out is, mostly: else next to nothing would be right as a whole.
            boolean isRequired = required.contains('"' + property.getKey() + '"');
            if (isRequired ? random.nextInt(WRONG) > 0 : random.nextInt(4) == 0) {
                object.set(property.getKey(), of(property.getValue(), depth - 1));
            }
        }
        return object;
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextGaussian() * 1e3);
            case 3 -> NODES.numberNode(random.nextLong());
            case 4 -> NODES.stringNode(text());
            case 5 -> NODES.arrayNode().add(anything(depth - 1)).add(anything(depth - 1));
            default -> NODES.objectNode().set(text(), anything(depth - 1));
        };
    }
}
