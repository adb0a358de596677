package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.twingrid.chassis.security.Caller;
import io.twingrid.notification.domain.Preferences;
import io.twingrid.notification.domain.Recipients;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How whoever asks wants to be told. */
@RestController
class PreferencesController {
    private final Recipients recipients;
    private final Audiences audiences;

    PreferencesController(Recipients recipients, Audiences audiences) {
        this.recipients = recipients;
        this.audiences = audiences;
    }

    @Operation(
            summary = "How you are told",
            description = "Beside the live stream and the inbox, which are always yours.")
    @ApiResponse(responseCode = "200", description = "your preferences, or what is usual if you have not said")
    @ApiResponse(
            responseCode = "401",
            description = "no bearer token, or one that is not accepted",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @GetMapping("/api/notices/preferences")
    Mono<PreferencesView> get(Caller caller) {
        return recipients.preferencesOf(caller.requiredId()).map(PreferencesView::of);
    }

    @Operation(summary = "Say how you want to be told", description = "All of it: what is left out is not wanted.")
    @ApiResponse(responseCode = "200", description = "your preferences as they are kept")
    @ApiResponse(
            responseCode = "400",
            description = "something is not what it should be; 'errors' names it",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "401",
            description = "no bearer token, or one that is not accepted",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @PutMapping("/api/notices/preferences")
    Mono<PreferencesView> put(Caller caller, @RequestBody PreferencesView wanted) {
        Preferences preferences = wanted.toPreferences();
        return audiences
                .of(caller)
                .flatMap(his -> recipients.save(caller.requiredId(), his, preferences))
                .thenReturn(PreferencesView.of(preferences));
    }
}
