package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.Retention;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Personal data", description = "One's own, and how long it is kept")
class PersonalDataController {
    private final Retention retention;

    PersonalDataController(Retention retention) {
        this.retention = retention;
    }

    @GetMapping("/api/reports/my-data")
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(
            operationId = "exportMyData",
            summary = "Everything here that names me",
            description = "My reports, my photos, and what I said that I see too; one item each, streamed.")
    @ApiResponse(responseCode = "200", description = "All of it")
    Flux<Mine> export(Caller caller, @Nullable Locale locale) {
        String me = caller.requiredId();
        return Flux.concat(
                retention.reportsOf(me).map(view -> new Mine("report", ReportBody.ofWhole(view, locale), null, null)),
                retention.photosOf(me).map(photo -> new Mine("photo", null, photo.id(), photo.reportId())),
                retention.supportedBy(me).map(id -> new Mine("support", null, null, id)));
    }

    @DeleteMapping("/api/reports/my-data")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(
            operationId = "eraseMyData",
            summary = "Detach me from everything that I reported",
            description =
                    "My photos are deleted and my support is taken back. What was seen in the street stays, without"
                            + " me; it earns no points any more.")
    @ApiResponse(responseCode = "204", description = "Nothing here names me any more")
    Mono<Void> erase(Caller caller) {
        return retention.erase(caller.requiredId());
    }

    @GetMapping("/api/reports/retention")
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(
            operationId = "planRetention",
            summary = "What the next sweep would let go of",
            description = "For admins. Nothing is changed.")
    @ApiResponse(responseCode = "200", description = "Ids of reports and photos")
    @ApiResponse(
            responseCode = "403",
            description = "For admins only",
            content = {})
    Mono<Retention.Sweep> plan(Caller caller) {
        Admins.require(caller);
        return retention.plan();
    }

    @PostMapping("/api/reports/retention")
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(
            operationId = "sweepNow",
            summary = "Sweep now",
            description = "For admins. The same is done by itself from time to time.")
    @ApiResponse(responseCode = "200", description = "What was let go of")
    @ApiResponse(
            responseCode = "403",
            description = "For admins only",
            content = {})
    Mono<Retention.Sweep> sweep(Caller caller) {
        Admins.require(caller);
        return retention.sweep();
    }

    /** One thing that names a person. */
    record Mine(
            @Schema(allowableValues = {"report", "photo", "support"})
            String kind,

            @Schema(description = "A report of mine") @Nullable
            ReportBody report,

            @Schema(description = "Id of a photo of mine") @Nullable
            String photo,

            @Schema(description = "The report that the photo is in, or that I support") @Nullable
            String reportId) {}
}
