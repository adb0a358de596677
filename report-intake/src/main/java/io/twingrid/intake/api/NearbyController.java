package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.intake.IntakeSettings;
import io.twingrid.intake.Reading;
import io.twingrid.intake.domain.Catalogue;
import io.twingrid.intake.domain.Category;
import io.twingrid.intake.domain.Crs;
import io.twingrid.intake.domain.Location;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Asked before somebody reports: perhaps it is known already, perhaps it must not wait for a report. */
@RestController
@Tag(name = ReportController.TAG)
class NearbyController {
    private final Reading reading;
    private final Catalogue catalogue;
    private final IntakeSettings.Nearby settings;

    NearbyController(Reading reading, Catalogue catalogue, IntakeSettings settings) {
        this.reading = reading;
        this.catalogue = catalogue;
        this.settings = settings.nearby();
    }

    @GetMapping("/api/reports/nearby")
    @Operation(
            operationId = "findNearby",
            summary = "Open reports of the same category close by, to be supported instead of reported again",
            description = "The nearest first. If the category is one that must not wait, `emergency` is the number to"
                    + " call.")
    @ApiResponse(responseCode = "200", description = "What is known already; perhaps nothing")
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is missing or wrong; `errors` names it",
            content = {})
    Mono<NearbyBody> nearby(
            @RequestParam String category,
            @Parameter(description = "Degrees north", example = "24.611") @RequestParam double lat,
            @Parameter(description = "Degrees east", example = "118.004") @RequestParam double lon,
            @Parameter(description = "Of lat and lon") @RequestParam(defaultValue = "WGS84") Crs crs,
            @Parameter(description = "Metres") @RequestParam(defaultValue = "200") double radius,
            @Nullable Locale locale) {
        Category known = catalogue.find(category).orElseThrow(() -> Problem.invalid(
                        "category", "there is no such category; see GET /api/categories")
                .asException());
        check("lat", lat, -90, 90);
        check("lon", lon, -180, 180);
        check("radius", radius, 1, settings.widest());
        Location place = crs.toWgs84(lat, lon);
        return reading.near(known.code(), place, radius)
                .map(found -> new NearbyBody(
                        known.emergency(),
                        found.stream()
                                .map(near -> new NearbyBody.Item(
                                        Math.round(near.metres()), ReportBody.ofPublic(near.view(), locale)))
                                .toList()));
    }

    private static void check(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw Problem.invalid(field, "from " + least + " to " + most).asException();
        }
    }

    /**
     * What is known already.
     *
     * @param emergency number to call at once, or null
     */
    record NearbyBody(@Schema(example = "119") @Nullable String emergency, List<Item> items) {

        /** A report, and how far away it is. */
        @Schema(name = "NearbyItem")
        record Item(@Schema(description = "Metres") long distance, ReportBody report) {}
    }
}
