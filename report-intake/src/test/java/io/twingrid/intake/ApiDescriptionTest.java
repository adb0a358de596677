package io.twingrid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The rules of public linters that this description once broke, or may come to break with the next operation: those that
 * Spectral and Redocly recommend. The linters themselves are run by hand, see the module's README.
 */
class ApiDescriptionTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Nullable
    static JsonNode document;

    /** An operation of the document. */
    private record Operation(String name, JsonNode node) {}

    @BeforeAll
    static void read() throws IOException {
        try (Intake intake = Intake.start()) {
            document = intake.read(intake.anybody(), "/v3/api-docs");
        }
        // For the linters that are run by hand.
        Files.writeString(Path.of("target", "openapi.json"), document().toPrettyString());
    }

    @AfterAll
    static void forget() {
        document = null;
    }

    @Test
    void itSaysWhoOffersItAndWhereAndUnderWhichTerms() {
        assertThat(document().at("/info/title").asString()).isEqualTo("TwinGrid report-intake");
        assertThat(document().at("/info/description").asString()).isNotBlank();
        assertThat(document().at("/info/contact/name").asString()).isNotBlank();
        assertThat(document().at("/info/contact").has("url"))
                .as("an address at which nothing answers")
                .isFalse();
        assertThat(document().at("/info/license/name").asString()).isNotBlank();
        assertThat(document().at("/info/license/identifier").asString()).isNotBlank();
        assertThat(document().at("/servers/0/url").asString())
                .as("no host: a client generated from it is told where the town is")
                .isEqualTo("/");
    }

    @Test
    void everyOperationHasANameWordsATagAndAnswers() {
        Set<String> ids = new HashSet<>();
        Set<String> tags = new HashSet<>();
        for (JsonNode tag : document().required("tags")) {
            assertThat(tag.required("description").asString()).isNotBlank();
            tags.add(tag.required("name").asString());
        }
        for (Operation operation : operations()) {
            JsonNode node = operation.node();
            assertThat(ids.add(node.required("operationId").asString()))
                    .as("%s has an id of its own", operation.name())
                    .isTrue();
            assertThat(node.required("operationId").asString()).matches("[a-zA-Z]+");
            assertThat(node.path("summary").asString("")).as(operation.name()).isNotBlank();
            assertThat(node.path("description").asString(""))
                    .as(operation.name())
                    .isNotBlank();
            assertThat(node.required("tags").size()).isEqualTo(1);
            assertThat(tags).contains(node.required("tags").get(0).asString());
            assertThat(node.required("responses").propertyNames())
                    .as(operation.name())
                    .anyMatch(status -> status.startsWith("2"))
                    .anyMatch(status -> status.startsWith("4"));
            assertThat(node.required("security").size()).isPositive();
        }
    }

    @Test
    void noPathCanBeTakenForAnother() {
        List<String> paths = List.copyOf(document().required("paths").propertyNames());
        for (String one : paths) {
            for (String other : paths) {
                assertThat(!one.equals(other) && areAmbiguous(one, other))
                        .as("%s and %s", one, other)
                        .isFalse();
            }
        }
    }

    /** Two paths of one length with as many variables, of which no segment tells them apart. */
    private static boolean areAmbiguous(String one, String other) {
        String[] some = one.split("/", -1);
        String[] others = other.split("/", -1);
        if (some.length != others.length || variables(some) != variables(others)) {
            return false;
        }
        return IntStream.range(0, some.length)
                .allMatch(i -> some[i].startsWith("{") || others[i].startsWith("{") || some[i].equals(others[i]));
    }

    private static long variables(String[] segments) {
        return Stream.of(segments).filter(segment -> segment.startsWith("{")).count();
    }

    @Test
    void everyErrorIsAProblem() {
        for (Operation operation : operations()) {
            for (Map.Entry<String, JsonNode> answer :
                    operation.node().required("responses").properties()) {
                if (answer.getKey().compareTo("400") >= 0) {
                    assertThat(answer.getValue()
                                    .at("/content/application~1problem+json/schema/$ref")
                                    .asString())
                            .as("%s %s", operation.name(), answer.getKey())
                            .isEqualTo("#/components/schemas/ProblemDetail");
                }
            }
        }
    }

    @Test
    void everyReferenceHasWhatItRefersTo() {
        Matcher reference =
                Pattern.compile("\"#(/components/[^\"]+)\"").matcher(document().toString());
        while (reference.find()) {
            assertThat(document().at(reference.group(1)).isMissingNode())
                    .as(reference.group(1))
                    .isFalse();
        }
    }

    @Test
    void everyComponentIsUsed() {
        String text = document().toString();
        for (String name : document().at("/components/schemas").propertyNames()) {
            assertThat(text).contains("\"#/components/schemas/" + name + "\"");
        }
    }

    @Test
    void whatIsNeverNullIsRequiredAndWhatMayBeLeftOutIsNot() {
        assertThat(required("ReportBody"))
                .contains("id", "number", "category", "status", "location", "timeline", "supporters", "description")
                .doesNotContain("area", "address", "expectedBy", "feedback");
        assertThat(required("NewReport")).containsExactlyInAnyOrder("category", "description", "location");
        assertThat(required("FeedbackBody")).containsExactly("resolved");
        assertThat(required("PhotoReceipt")).containsExactlyInAnyOrder("id", "width", "height");
    }

    private static List<String> required(String schema) {
        List<String> names = new ArrayList<>();
        document()
                .at("/components/schemas/" + schema + "/required")
                .values()
                .forEach(name -> names.add(name.asString()));
        return names;
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document().required("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(new Operation(
                            method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue()));
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(20);
        return operations;
    }

    private static JsonNode document() {
        return Objects.requireNonNull(document);
    }
}
