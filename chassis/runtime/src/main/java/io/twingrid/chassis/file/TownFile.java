package io.twingrid.chassis.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A file of settings that an operator replaces without a build: YAML, or JSON by its ending. A reader's record takes the
 * fields it uses and checks them in its compact constructor.
 */
public final class TownFile {
    private TownFile() {}

    /**
     * The contents of a file.
     *
     * @throws BadFileException if the file is missing or does not make a {@code type}; the message names file and line
     */
    public static <T> T read(Path file, Class<T> type) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new BadFileException(
                    file.toAbsolutePath() + " cannot be read (" + e.getClass().getSimpleName()
                            + "); set TWINGRID_TOWN to the folder that holds it",
                    e);
        }
        try {
            return mapperFor(file).readValue(text, type);
        } catch (JacksonException e) {
            throw new BadFileException(file + at(e) + ": " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Where a file says something, for a check that needs more than the file itself.
     *
     * @param text what to look for; comment lines are passed over
     * @return {@code ", line n"}, or nothing if it is not found
     */
    public static String lineOf(Path file, String text) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).contains(text)
                        && !lines.get(line).stripLeading().startsWith("#")) {
                    return ", line " + (line + 1);
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    private static ObjectMapper mapperFor(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") || name.endsWith(".geojson")
                ? lenient(JsonMapper.builder())
                : lenient(YAMLMapper.builder());
    }

    private static ObjectMapper lenient(MapperBuilder<? extends ObjectMapper, ?> builder) {
        return builder.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    private static String at(JacksonException e) {
        String line = e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : ", line " + e.getLocation().getLineNr();
        String path =
                e instanceof DatabindException databind && !databind.getPath().isEmpty()
                        ? ", at "
                                + databind.getPathReference()
                                        .replaceAll("[\\w.$]+\\[\"?([^\\]\"]+)\"?\\]", "$1")
                                        .replace("->", ".")
                        : "";
        return line + path;
    }
}
