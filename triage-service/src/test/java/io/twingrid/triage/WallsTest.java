package io.twingrid.triage;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.wall.Persona;
import io.twingrid.chassis.testkit.wall.ServiceUnderTest;
import io.twingrid.chassis.testkit.wall.Walls;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Nobody where he does not belong: forged tokens, hostile input, and the table of who may do what. The cases are Tieshan's, just
 * routed; each probe has one of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WallsTest implements Walls {
    private static final int PROBES = 300;

    private final Queue<String> cases = new ArrayDeque<>();
    private RunningService service;

    @BeforeAll
    void start() {
        service = ServiceUnderTest.start(TriageService.application());
        FactTopic topic = service.facts("report-events");
        for (int i = 0; i < PROBES; i++) {
            Fact submitted = TriageTown.submitted("{}");
            topic.send(submitted);
            cases.add(submitted.subject());
        }
        Awaitility.await("the cases to be routed")
                .atMost(Duration.ofSeconds(20))
                .until(() -> topic.all().stream()
                        .filter(fact -> fact.type().equals("io.twingrid.report.routed.v1"))
                        .map(Fact::subject)
                        .collect(Collectors.toSet())
                        .containsAll(cases));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Override
    public RunningService service() {
        return service;
    }

    @Override
    public String idFor(String operation, String variable, Persona persona) {
        return operation.startsWith("GET") ? cases.element() : cases.remove();
    }

    @Override
    public String queryFor(String operation) {
        return operation.endsWith("/templates") ? "verb=verify" : "";
    }

    @Override
    public @Nullable Object bodyFor(String operation, Persona persona) {
        return switch (operation) {
            case "POST /api/cases/actions" -> Map.of("verb", "verify", "items", List.of(Map.of("id", cases.remove())));
            default -> null;
        };
    }
}
