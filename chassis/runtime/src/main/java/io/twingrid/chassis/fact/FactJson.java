package io.twingrid.chassis.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of facts. A reader takes the fields it uses and ignores the others, so that a writer may add fields; a field of
 * the wrong kind, or one that the reader's record refuses, makes the fact unreadable.
 */
public final class FactJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private FactJson() {}

    public static String write(Object data) {
        return MAPPER.writeValueAsString(data);
    }

    /**
     * The record in a JSON text.
     *
     * @throws UnreadableFactException if the text is not JSON or does not make a {@code type}
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T data = MAPPER.readValue(json, type);
            if (data == null) {
                throw new UnreadableFactException("the data is null, not a " + type.getSimpleName());
            }
            return data;
        } catch (JacksonException e) {
            throw new UnreadableFactException(
                    "the data is not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
