package io.twingrid.chassis.testkit.wall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who may do what, as a text that is read like a specification: a line an operation, a column a person. What stands there:
 * {@code yes}, or the status of the refusal: 401 who are you, 403 not you, 404 not yours or not there, 409 the case's own rules
 * refuse it to this person or at this moment, 412 and 422 the request was let in and is no good.
 */
final class AccessTable {
    /** Where a service keeps it. */
    static final Path FILE = Path.of("src/test/resources/access.txt");

    private static final String COMMENT = "#";
    private static final int WIDTH = 7;

    private AccessTable() {}

    /** The answers by operation, in the order of {@link Persona#ALL}; empty when there is no table yet. */
    static Map<String, List<String>> read() {
        if (!Files.exists(FILE)) {
            return Map.of();
        }
        try {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            for (String line : Files.readAllLines(FILE)) {
                if (!line.isBlank() && !line.startsWith(COMMENT)) {
                    List<String> cells = Arrays.asList(line.strip().split("\\s+", -1));
                    rows.put(cells.get(0) + ' ' + cells.get(1), cells.subList(2, cells.size()));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of it. */
    static String row(String operation, List<String> answers) {
        String[] both = operation.split(" ", 2);
        return "%-6s %-52s".formatted(both[0], both[1])
                + answers.stream()
                        .map(AccessTable::cell)
                        .collect(Collectors.joining())
                        .stripTrailing();
    }

    /** The line above it. */
    static String head() {
        return "%-59s".formatted(COMMENT)
                + Persona.ALL.stream()
                        .map(Persona::column)
                        .map(AccessTable::cell)
                        .collect(Collectors.joining())
                        .stripTrailing();
    }

    private static String cell(String text) {
        return ("%-" + WIDTH + "s").formatted(text);
    }
}
