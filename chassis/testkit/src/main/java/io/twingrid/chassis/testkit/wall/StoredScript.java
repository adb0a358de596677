package io.twingrid.chassis.testkit.wall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * A script that somebody writes into a text field is text to whoever reads it: what comes back is of a type that no browser runs,
 * and says that it must not be guessed to be another; where it is a page, a picture or XML, the script is escaped.
 */
public interface StoredScript extends AccessMatrix {
    String SCRIPT = "\"><img src=x onerror=alert(1)><script>alert(1)</script>";

    @Test
    default void aScriptInATextFieldComesBackAsText() {
        Map<String, List<String>> table = AccessTable.read();
        List<Operation> operations = Operation.of(service());
        List<String> kept = new ArrayList<>();
        for (Operation command : operations) {
            for (String field : command.textsAnywhere()) {
                if (answersHarmlessly(command, table, "in " + field, body -> with(body, field))) {
                    kept.add(command + " " + field);
                }
            }
        }
        assertThat(kept)
                .as("fields that took a script; without any, this says nothing")
                .isNotEmpty();
        for (Operation reading : operations) {
            if (reading.method().equals(HttpMethod.GET)) {
                answersHarmlessly(reading, table, "read", Probe.AS_IT_IS);
            }
        }
    }

    /** Whether it was done; fails when the answer is one that a browser could run. */
    private boolean answersHarmlessly(
            Operation operation, Map<String, List<String>> table, String what, UnaryOperator<Object> changed) {
        FluxExchangeResult<byte[]> answer = Probe.send(this, operation, whoMay(operation, table), changed);
        assertThat(answer.getStatus().value()).as("%s, %s", operation, what).isLessThan(500);
        assertThat(answer.getResponseHeaders().getFirst("X-Content-Type-Options"))
                .as("%s, %s", operation, what)
                .isEqualTo("nosniff");
        MediaType type = answer.getResponseHeaders().getContentType();
        if (type == null || isNoPage(type)) {
            answer.getResponseBody().subscribe().dispose();
        } else {
            assertThat(textOf(answer))
                    .as("%s, %s, as %s", operation, what, type)
                    .doesNotContain("<script>alert", "<img src=x");
        }
        return answer.getStatus().is2xxSuccessful();
    }

    private static Persona whoMay(Operation operation, Map<String, List<String>> table) {
        int first = table.getOrDefault(operation.toString(), List.of()).indexOf("yes");
        return first < 0 ? Persona.ALL.getLast() : Persona.ALL.get(first);
    }

    private static boolean isNoPage(MediaType type) {
        return "json".equals(type.getSubtype())
                || "json".equals(type.getSubtypeSuffix())
                || "csv".equals(type.getSubtype())
                || type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM);
    }

    private static String textOf(FluxExchangeResult<byte[]> answer) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        answer.getResponseBody().toIterable().forEach(all::writeBytes);
        return all.toString(UTF_8);
    }

    /** The body with the script at one place; what leads there is made where it is not. */
    private static Object with(Object body, String field) {
        JsonMapper json = new JsonMapper();
        Object plain = body instanceof String text
                ? json.readValue(text, Object.class)
                : json.convertValue(body, Object.class);
        return put(plain, List.of(field.split("/", -1)));
    }

    private static Object put(@Nullable Object there, List<String> steps) {
        if (steps.isEmpty()) {
            return SCRIPT;
        }
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        if (step.equals(Operation.FIRST)) {
            return List.of(put(there instanceof List<?> list && !list.isEmpty() ? list.getFirst() : null, rest));
        }
        Map<Object, Object> changed = new LinkedHashMap<>();
        if (there instanceof Map<?, ?> map) {
            changed.putAll(map);
        }
        changed.put(step, put(changed.get(step), rest));
        return changed;
    }
}
