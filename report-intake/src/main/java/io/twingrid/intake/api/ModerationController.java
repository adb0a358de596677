package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.Reading;
import io.twingrid.intake.domain.Moderation;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.Visibility;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who sees a report is decided by the leads of its area. The original is kept, whatever they decide. */
@RestController
@Tag(name = "Moderation", description = "What the public sees; for the leads of an area")
class ModerationController {
    private final Reading reading;
    private final ReportViews views;
    private final Clock clock;

    ModerationController(Reading reading, ReportViews views, Clock clock) {
        this.reading = reading;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping("/api/reports/{id}/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(
            operationId = "decideVisibility",
            summary = "Show a report to the public, or hide it",
            description = "What is held is found with GET /api/reports?visibility=held, what concerns persons with"
                    + " visibility=private; to show one of these needs a reason.")
    @ApiResponse(responseCode = "204", description = "So it is now")
    @ApiResponse(
            responseCode = "400",
            description = "A field is missing or wrong; `errors` names it",
            content = {})
    @ApiResponse(
            responseCode = "403",
            description = "Only the leads of its area may",
            content = {})
    @ApiResponse(
            responseCode = "404",
            description = "There is no such report",
            content = {})
    Mono<Void> decide(@PathVariable String id, @RequestBody Decision body, Caller caller) {
        Visibility visibility = body.visibility();
        return reading.seen(id, caller).flatMap(view -> {
            check(view, body, caller);
            return views.moderate(id, new Moderation(visibility, caller.requiredId(), clock.instant(), body.reason()));
        });
    }

    private static void check(ReportView view, Decision body, Caller caller) {
        if (!Reading.mayModerate(caller, view)) {
            throw Problem.forbidden("Only the leads of its area may decide this.")
                    .asException();
        }
        if (view.visibility() == Visibility.PRIVATE
                && (body.reason() == null || body.reason().isBlank())) {
            throw Problem.invalid("reason", "is missing: it is of a kind that concerns a person; why may it be shown?")
                    .asException();
        }
    }

    /** What is decided. */
    record Decision(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"public", "hidden"})
            @Nullable
            String decision,

            @Schema(maxLength = 500) @Nullable String reason) {
        Visibility visibility() {
            if (reason != null && reason.length() > 500) {
                throw Problem.invalid("reason", "at most 500 characters").asException();
            }
            return switch (decision == null ? "" : decision.toLowerCase(Locale.ROOT)) {
                case "public" -> Visibility.PUBLIC;
                case "hidden" -> Visibility.HIDDEN;
                default ->
                    throw Problem.invalid("decision", "must be public or hidden")
                            .asException();
            };
        }
    }
}
