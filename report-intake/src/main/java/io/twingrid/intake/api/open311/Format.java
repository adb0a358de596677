package io.twingrid.intake.api.open311;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** In which format an answer is asked for: the path's suffix says it, not the Accept header. */
enum Format {
    XML("text/xml;charset=UTF-8") {
        @Override
        byte[] write(Answer answer) {
            return SparkXml.write(answer.root(), answer.tree());
        }
    },
    JSON("application/json;charset=UTF-8") {
        @Override
        byte[] write(Answer answer) {
            return answer.tree().toString().getBytes(StandardCharsets.UTF_8);
        }
    };

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** The format of a path; XML, which every client knows, where the path asks for none. */
    static Format of(String path) {
        return path.endsWith(".json") ? JSON : XML;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    abstract byte[] write(Answer answer);

    /**
     * What is answered.
     *
     * @param root name of XML's root element; JSON has none
     */
    record Answer(String root, JsonNode tree) {}
}
