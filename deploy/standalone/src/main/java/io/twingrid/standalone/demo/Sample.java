package io.twingrid.standalone.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twingrid.chassis.file.TownFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case to play and what must come of it; {@code deploy/samples/README.md} explains the fields.
 *
 * @param times how often it is played to measure it, or null for a case that is shown
 */
record Sample(
        Title title,
        String told,
        @Nullable Integer times,
        ReportToSend report,
        @Nullable List<Step> steps,
        Expected expect) {

    /** What it is called in both languages. */
    record Title(String zh, String en) {

        @Override
        public String toString() {
            return zh + " · " + en;
        }
    }

    /** Notices by event name that an account's live stream must bring. */
    record ReportToSend(
            @Nullable String by,
            String category,
            String description,
            Map<String, Object> location,
            @Nullable String address,
            @Nullable Boolean handledOnSpot,
            @Nullable Map<String, String> attributes,
            @Nullable Map<String, List<String>> hears) {

        /** The body of {@code POST /api/reports}. */
        Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("category", category);
            body.put("description", description);
            body.put("location", location);
            if (address != null) {
                body.put("address", address);
            }
            body.put("handledOnSpot", Boolean.TRUE.equals(handledOnSpot));
            body.put("attributes", attributes == null ? Map.of() : attributes);
            body.put("anonymous", by == null);
            return body;
        }
    }

    /**
     * What one account asks for.
     *
     * @param at {@code street}, or null for the community
     * @param action the verb
     * @param body its arguments
     * @param then the case's state after it
     */
    record Step(
            String by,
            @Nullable String at,

            @JsonProperty("do") String action,

            @JsonProperty("with") @Nullable Map<String, Object> body,

            String then,
            @Nullable Map<String, List<String>> hears) {

        String path(String reportId) {
            return ("street".equals(at) ? "/api/escalations/" : "/api/cases/") + reportId;
        }
    }

    /**
     * What must come of it.
     *
     * @param level COMMUNITY or STREET, or null where nobody resolved it
     * @param points what the observer earns, or null where there is nobody to earn it
     */
    record Expected(
            String community,
            String status,
            @Nullable String level,
            String settledBy,
            @Nullable Integer points) {}

    /** All cases of a folder, in the order of their files' names. */
    static List<Sample> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> TownFile.read(file, Sample.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the cases in " + folder.toAbsolutePath() + " cannot be read", e);
        }
    }

    List<Step> allSteps() {
        return steps == null ? List.of() : steps;
    }

    /** Everybody whose live stream must bring something. */
    Set<String> listeners() {
        Set<String> people = new TreeSet<>(listeners(report.hears()));
        allSteps().forEach(step -> people.addAll(listeners(step.hears())));
        return people;
    }

    private static Set<String> listeners(@Nullable Map<String, List<String>> hears) {
        return hears == null ? Set.of() : hears.keySet();
    }
}
