package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static io.twingrid.intake.Intake.with;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.wall.Persona;
import io.twingrid.chassis.testkit.wall.ServiceUnderTest;
import io.twingrid.chassis.testkit.wall.Walls;
import io.twingrid.intake.photo.Pictures;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * Nobody where he does not belong: forged tokens, hostile input, and the table of who may do what. The reports are observer A's,
 * held back from the public, in Tieshan, dispatched to the department of power and resolved; each operation has one of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WallsTest implements Walls {
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    @Nullable
    private Intake intake;

    /** A held report and the photo that is in it. */
    private record Held(String report, String photo) {}

    @BeforeAll
    void start() {
        intake = new Intake(ServiceUnderTest.start(ReportIntake.application()));
        intake().post(intake().admin(), "/api/report-clients", Map.of("name", "xiamen"))
                .expectStatus()
                .isCreated();
    }

    @AfterAll
    void stop() {
        intake().close();
    }

    @Override
    public RunningService service() {
        return intake().service();
    }

    @Override
    public String idFor(String operation, String variable, Persona persona) {
        if (persona.id() == null) {
            held.remove(operation); // a row of the table begins with nobody: what was there may be erased by now
        }
        return switch (variable) {
            case "name" -> "xiamen";
            case "token" -> tokens.computeIfAbsent(operation, any -> follower());
            default -> {
                Held own = held.computeIfAbsent(operation, any -> heldBack());
                yield operation.contains("/photos/") ? own.photo() : own.report();
            }
        };
    }

    @Override
    public String queryFor(String operation) {
        return switch (operation) {
            case "GET /api/reports" -> "visibility=held";
            case "GET /api/reports.csv", "GET /api/reports.geojson" -> "view=staff";
            case "GET /api/reports/nearby" -> "category=01037&lat=24.611&lon=118.004";
            default -> "";
        };
    }

    @Override
    public @Nullable Object bodyFor(String operation, Persona persona) {
        return switch (operation) {
            case "POST /api/reports" -> body("dark");
            case "POST /api/reports/batch" -> Map.of("reports", List.of(Map.of("report", body("dark"))));
            case "POST /api/reports/{id}/visibility" -> Map.of("decision", "hidden");
            case "POST /api/photos" -> Pictures.of("jpeg", 71, 30, 20);
            case "POST /api/report-clients" ->
                Map.of("name", "city-of-" + persona.column().toLowerCase(Locale.ROOT));
            default -> null;
        };
    }

    private Held heldBack() {
        WebTestClient reporter = intake().observer("observer-a");
        String photo = Intake.json(reporter.post()
                        .uri("/api/photos")
                        .contentType(MediaType.IMAGE_JPEG)
                        .bodyValue(Pictures.of("jpeg", 72, 300, 200))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .required("id")
                .asString();
        String report = intake().idOfSubmitted(reporter, with(body("see www.example.org"), "photos", List.of(photo)));
        intake().happens("triage-service", "routed", report);
        intake().happens("escalation-service", "dispatched", report);
        intake().happens("triage-service", "resolved", report);
        intake().awaitStatus(report, "resolved");
        return new Held(report, photo);
    }

    /** The link of somebody without an account, whose report is resolved. */
    private String follower() {
        JsonNode receipt = intake().submitted(intake().anybody(), body("dark"));
        String report = receipt.required("id").asString();
        intake().happens("triage-service", "resolved", report);
        intake().awaitStatus(report, "resolved");
        return receipt.required("followToken").asString();
    }

    private Intake intake() {
        return Objects.requireNonNull(intake);
    }
}
