package io.twingrid.intake.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be reported: intake's part of a row of the catalogue.
 *
 * @param code five digits by GB/T 47678.5, or a local extension
 * @param group of categories that belong together
 * @param name by language, {@code zh} and {@code en}
 * @param keywords by which people look for it
 * @param questions asked besides words and place
 * @param emergency the number to call at once instead of only reporting, or null
 */
public record Category(
        String code,
        String group,
        Map<String, String> name,
        List<String> keywords,
        List<Question> questions,
        @Nullable String emergency) {

    public Category {
        if (!code.matches("\\d{5}")) {
            throw new IllegalArgumentException("a category's code has five digits, this is '" + code + "'");
        }
        Objects.requireNonNull(group, "group");
        if (!name.containsKey("zh") || !name.containsKey("en")) {
            throw new IllegalArgumentException("category " + code + " needs a name in zh and en");
        }
        // A file may leave them out; what reads it gives null then.
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /**
     * A question of a category; its answer comes in the report's attributes under {@code code}.
     *
     * @param values the answers that can be chosen, where {@code type} is {@code choice}; else none
     */
    public record Question(
            String code,
            Map<String, String> label,
            String type,
            boolean required,
            @Nullable List<Choice> values) {
        public Question {
            Objects.requireNonNull(code, "code of a question is missing");
            Objects.requireNonNull(type, "type of a question is missing");
            checkLabel("question " + code, label);
        }
    }

    /**
     * An answer that can be chosen.
     *
     * @param code what a report's attributes carry
     * @param label what people read, by language
     */
    public record Choice(String code, Map<String, String> label) {
        public Choice {
            Objects.requireNonNull(code, "code of a value is missing");
            checkLabel("value " + code, label);
        }
    }

    private static void checkLabel(String what, @Nullable Map<String, String> label) {
        if (label == null || !label.containsKey("zh") || !label.containsKey("en")) {
            throw new IllegalArgumentException(what + " needs a label in zh and en");
        }
    }
}
