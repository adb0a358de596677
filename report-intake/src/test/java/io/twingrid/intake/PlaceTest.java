package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where it is: coordinate systems, the town's edge, what is near, and what must not wait. */
class PlaceTest {
    @Nullable
    static Intake intake;

    @BeforeAll
    static void start() {
        intake = Intake.start();
    }

    @AfterAll
    static void stop() {
        intake().close();
    }

    @Test
    void aPhonesPlaceIsKeptInWgs84() {
        JsonNode receipt = intake().submitted(
                        intake().observer("observer-1"),
                        Map.of(
                                "category", "01037",
                                "description", "dark",
                                "location",
                                        Map.of("lat", 24.608265, "lon", 118.008743, "crs", "GCJ02", "accuracy", 12)));
        assertThat(receipt.required("location").required("lat").asDouble()).isBetween(24.6107, 24.6113);
        assertThat(receipt.required("location").required("lon").asDouble()).isBetween(118.0037, 118.0043);
        assertThat(receipt.required("accuracy").asDouble()).isEqualTo(12);
    }

    @Test
    void aReportFromOutsideIsTakenAndFlaggedAndTheReporterIsTold() {
        JsonNode receipt = intake().submitted(intake().observer("observer-1"), body("01037", "far", 31.23, 121.47));
        assertThat(receipt.required("notices").toString()).contains("outside the area");
        assertThat(receipt.required("flags").get(0).required("code").asString()).isEqualTo("outside-area");
    }

    @Test
    void aTownMayRefuseWhatIsOutside() {
        try (Intake strict = Intake.start("INTAKE_OUTSIDE=refuse")) {
            Intake.expectProblem(
                    strict.submit(strict.anybody(), body("01037", "far", 31.23, 121.47), null), 400, "location");
            strict.submitted(strict.anybody(), body("near"));
        }
    }

    @Test
    void whatIsOpenAndNearAndOfTheSameKindIsOfferedForSupport() {
        String near = intake().idOfSubmitted(intake().anybody(), body("06010", "rubbish", 24.6000, 118.0100));
        String nearer = intake().idOfSubmitted(intake().anybody(), body("06010", "rubbish", 24.6001, 118.0101));
        String settled = intake().idOfSubmitted(intake().anybody(), body("06010", "rubbish", 24.6001, 118.0101));
        intake().idOfSubmitted(intake().anybody(), body("06013", "a hole", 24.6001, 118.0101));
        intake().idOfSubmitted(intake().anybody(), body("06010", "too far", 24.6031, 118.0101));
        intake().happens("triage-service", "rejected", settled);
        intake().awaitStatus(settled, "rejected");

        JsonNode found = nearby("06010", 24.6001, 118.0102).required("items");
        assertThat(found.values())
                .extracting(item -> item.required("report").required("id").asString())
                .containsExactly(nearer, near);
        assertThat(found.get(0).required("distance").asInt()).isEqualTo(10);
    }

    @Test
    void whatMustNotWaitIsAnsweredWithTheNumberToCall() {
        assertThat(nearby("09012", 24.6, 118.0).required("emergency").asString())
                .isEqualTo("119");
        JsonNode receipt =
                intake().submitted(intake().anybody(), body("09012", "the fire lane is blocked", 24.6, 118.01));
        assertThat(receipt.required("emergency").asString()).isEqualTo("119");
        assertThat(receipt.required("notices").toString()).contains("call 119");
        assertThat(nearby("01037", 24.6, 118.0).has("emergency")).isFalse();
    }

    @Test
    void aSearchThatMakesNoSenseNamesWhatIsWrong() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "?category=01037&lat=124&lon=118", "lat",
                        "?category=01037&lat=24&lon=east", "lon",
                        "?category=01037&lat=24&lon=118&radius=5000", "radius",
                        "?category=1&lat=24&lon=118", "category",
                        "?category=01037&lon=118", "lat")
                .entrySet()) {
            Intake.expectProblem(
                    intake().anybody()
                            .get()
                            .uri("/api/reports/nearby" + wrong.getKey())
                            .exchange(),
                    400,
                    wrong.getValue());
        }
    }

    private static JsonNode nearby(String category, double lat, double lon) {
        return intake().read(
                        intake().anybody(), "/api/reports/nearby?category=" + category + "&lat=" + lat + "&lon=" + lon);
    }

    private static Intake intake() {
        return Objects.requireNonNull(intake);
    }
}
