package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.intake.FollowLinks;
import io.twingrid.intake.Reading;
import io.twingrid.intake.Voices;
import io.twingrid.intake.domain.ReportView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For whoever reported without an account: the link of his receipt opens what his account would. */
@RestController
@RequestMapping("/api/followed-reports/{token}")
@Tag(name = "Follow", description = "By the link of the receipt, without an account")
class FollowController {
    private final FollowLinks links;
    private final Reading reading;
    private final Voices voices;

    FollowController(FollowLinks links, Reading reading, Voices voices) {
        this.links = links;
        this.reading = reading;
        this.voices = voices;
    }

    @GetMapping
    @Operation(
            operationId = "followReport",
            summary = "My report, by the link that its receipt gave",
            description = "What the reporter of an account would see of his.")
    @ApiResponse(responseCode = "200", description = "All of it")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such link",
            content = {})
    Mono<ReportBody> read(@PathVariable String token, @Nullable Locale locale) {
        return report(token).map(view -> ReportBody.ofWhole(view, locale));
    }

    @PostMapping("/feedback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "judgeFollowedReport",
            summary = "Say how my report turned out",
            description = "Said again, the later counts.")
    @ApiResponse(responseCode = "202", description = "It is passed on")
    @ApiResponse(
            responseCode = "400",
            description = "A field is missing or wrong; `errors` names it",
            content = {})
    @ApiResponse(
            responseCode = "404",
            description = "There is no such link",
            content = {})
    @ApiResponse(
            responseCode = "409",
            description = "There is no result yet, or the time for it is over",
            content = {})
    Mono<Void> feedback(@PathVariable String token, @RequestBody FeedbackBody body) {
        return report(token)
                .filter(view -> view.report().reporter() == null)
                .switchIfEmpty(Mono.error(FollowController::noSuchLink))
                .flatMap(view -> voices.judged(view, body.toFeedback(), null));
    }

    private Mono<ReportView> report(String token) {
        return links.reportId(token)
                .switchIfEmpty(Mono.error(FollowController::noSuchLink))
                .flatMap(reading::read);
    }

    private static RuntimeException noSuchLink() {
        return Problem.notFound("such link").asException();
    }
}
