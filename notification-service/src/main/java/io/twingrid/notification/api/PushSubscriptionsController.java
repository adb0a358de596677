package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Page;
import io.twingrid.notification.PushSubscriptions;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The browsers and phones of whoever asks. */
@RestController
@RequestMapping("/api/push-subscriptions")
@ApiResponse(
        responseCode = "401",
        description = "no bearer token, or one that is not accepted",
        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
class PushSubscriptionsController {
    private final PushSubscriptions subscriptions;
    private final Audiences audiences;

    PushSubscriptionsController(PushSubscriptions subscriptions, Audiences audiences) {
        this.subscriptions = subscriptions;
        this.audiences = audiences;
    }

    /** The public key, for {@code pushManager.subscribe}. */
    @Schema(name = "PushKey")
    record PushKey(
            @Schema(description = "pass it as applicationServerKey; an uncompressed point on P-256 in base64url")
            String applicationServerKey) {}

    @Operation(summary = "What a browser subscribes with", description = "The same for ever: browsers are bound to it.")
    @ApiResponse(responseCode = "200", description = "the public key")
    @GetMapping("/key")
    Mono<PushKey> key() {
        return subscriptions.publicKey().map(PushKey::new);
    }

    @Operation(
            summary = "Register this device",
            description =
                    "Send what PushSubscription.toJSON() gives, at each visit. The same endpoint again is the same device.")
    @ApiResponse(responseCode = "201", description = "it is told from now on")
    @ApiResponse(
            responseCode = "400",
            description = "a field is not what it should be; 'errors' names it",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PushSubscriptionView> register(Caller caller, @Valid @RequestBody PushSubscriptionRequest request) {
        return audiences
                .of(caller)
                .flatMap(his -> subscriptions.register(caller.requiredId(), his, request.toBrowser()))
                .map(PushSubscriptionView::of);
    }

    @Operation(summary = "Your devices", description = "The newest last; they are few, so they come on one page.")
    @ApiResponse(responseCode = "200", description = "all of them")
    @GetMapping
    Mono<Page<PushSubscriptionView>> list(Caller caller) {
        return subscriptions
                .of(caller.requiredId())
                .map(PushSubscriptionView::of)
                .collectList()
                .map(all -> new Page<>(all, null));
    }

    @Operation(summary = "Remove one of your devices", description = "It is not told any more.")
    @ApiResponse(responseCode = "204", description = "it is gone")
    @ApiResponse(
            responseCode = "404",
            description = "there is no such device of yours",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller caller, @PathVariable String id) {
        return subscriptions.remove(caller.requiredId(), id);
    }
}
