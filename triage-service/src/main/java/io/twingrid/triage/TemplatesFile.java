package io.twingrid.triage;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.triage.domain.Template;
import io.twingrid.triage.domain.Verb;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The town's {@code templates.yaml}: texts that staff need not write again and again. */
record TemplatesFile(List<Entry> templates) {
    static final String NAME = "templates.yaml";

    TemplatesFile {
        templates = List.copyOf(requireNonNull(templates, "templates are missing"));
    }

    /**
     * The templates in a town's folder.
     *
     * @throws io.twingrid.chassis.file.BadFileException if the file is missing or wrong; the message names file and line
     */
    static List<Template> read(Path town) {
        return TownFile.read(town.resolve(NAME), TemplatesFile.class).templates().stream()
                .map(Entry::template)
                .toList();
    }

    /** A template as the file has it; checked here, so that the file's line is named. */
    record Entry(String verb, @Nullable Set<String> categories, String name, String text) {
        Entry {
            requireNonNull(verb, "verb is missing");
            requireNonNull(name, "name is missing");
            requireNonNull(text, "text is missing");
            verbOf(verb);
            Template.check(text);
        }

        Template template() {
            return new Template(verbOf(verb), categories == null ? Set.of() : categories, name, text);
        }

        private static Verb verbOf(String word) {
            return Arrays.stream(Verb.values())
                    .filter(verb -> verb.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no verb"));
        }
    }
}
