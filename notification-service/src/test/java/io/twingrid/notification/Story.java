package io.twingrid.notification;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that can happen to a report, in one place and among these people; some of it never happens to one report. */
record Story(String community, String street, String department, String handler, String observer) {

    /** A story of its own. */
    static Story begin() {
        return new Story(
                Town.unique("c"), Town.unique("s"), Town.unique("d"), Town.unique("handler"), Town.unique("observer"));
    }

    /** One fact of each type and writer about a report, as their examples tell it, in the order of their times. */
    List<Fact> facts(String reportId) throws IOException {
        List<Fact> facts = new ArrayList<>();
        for (Path writer : List.of(Town.INTAKE, Town.TRIAGE, Town.ESCALATION)) {
            try (Stream<Path> files = Files.list(writer)) {
                files.filter(file -> file.getFileName().toString().startsWith("report-"))
                        .map(file -> ours(GoldenFact.read(file), reportId))
                        .forEach(facts::add);
            }
        }
        facts.sort(Comparator.comparing(Fact::time));
        return facts;
    }

    private Fact ours(Fact example, String reportId) {
        Fact fact = GoldenFact.about(example, "reportId", reportId);
        for (String field : List.of(
                "\"area\":{\"street\":\"%s\",\"community\":\"%s\",\"grid\":\"g\"}".formatted(street, community),
                "\"department\":\"%s\"".formatted(department),
                "\"handler\":\"%s\"".formatted(handler),
                "\"reporter\":{\"id\":\"%s\",\"observer\":true}".formatted(observer))) {
            if (fact.data().contains(field.substring(0, field.indexOf(':')))) {
                fact = GoldenFact.with(fact, "{" + field + "}");
            }
        }
        // The examples have one id a writer and version; in one story each fact has its own.
        return withId(fact, reportId + example.source() + example.type());
    }

    /** The same as another fact. */
    static Fact withId(Fact fact, String id) {
        return new Fact(id, fact.type(), fact.source(), fact.subject(), fact.time(), null, fact.data());
    }
}
