package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.Page;
import io.twingrid.notification.Webhooks;
import io.twingrid.notification.domain.Scope;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Webhooks, robots and mailboxes of groups, for those whose notices go there. */
@RestController
@RequestMapping("/api/webhooks")
@ApiResponse(
        responseCode = "400",
        description = "a field is not what it should be; 'errors' names it",
        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
        responseCode = "401",
        description = "no bearer token, or one that is not accepted",
        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
        responseCode = "403",
        description = "not yours to manage",
        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
class WebhooksController {
    private final Webhooks webhooks;

    WebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Operation(
            summary = "Register a webhook, a robot or a mailbox",
            description =
                    "For admins; for leads, coordinators and officers where 'audiences' are those of where they work.")
    @ApiResponse(responseCode = "201", description = "it is called from now on")
    @PostMapping
    Mono<ResponseEntity<WebhookView>> create(Caller caller, @Valid @RequestBody WebhookRequest request) {
        return webhooks.create(scope(caller), caller.requiredId(), request.toWish())
                .map(WebhookView::of)
                .map(view -> ResponseEntity.created(URI.create("/api/webhooks/" + view.id()))
                        .body(view));
    }

    @Operation(summary = "The webhooks that you may manage", description = "In no particular order.")
    @ApiResponse(responseCode = "200", description = "a page")
    @GetMapping
    Mono<Page<WebhookView>> list(
            Caller caller,
            @Parameter(description = "'next' of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "webhooks on a page, 1 to 100") @RequestParam(defaultValue = "20") int limit) {
        String after = cursor == null ? null : Cursor.read(cursor);
        return webhooks.list(scope(caller), after, Paging.checked(limit) + 1)
                .map(WebhookView::of)
                .collectList()
                .map(found -> Page.of(found, limit, WebhookView::id));
    }

    @Operation(summary = "One webhook")
    @ApiResponse(responseCode = "200", description = "the webhook, without its secrets")
    @ApiResponse(
            responseCode = "404",
            description = "there is no such webhook among yours",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @GetMapping("/{id}")
    Mono<WebhookView> find(Caller caller, @PathVariable String id) {
        return webhooks.find(scope(caller), id).map(WebhookView::of);
    }

    @Operation(
            summary = "Change a webhook",
            description =
                    "All of it but what nobody can read back: 'url' and 'secret' stay if they are left out. A paused one is called again.")
    @ApiResponse(responseCode = "200", description = "the webhook as it is now")
    @ApiResponse(
            responseCode = "404",
            description = "there is no such webhook among yours",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @PutMapping("/{id}")
    Mono<WebhookView> change(Caller caller, @PathVariable String id, @Valid @RequestBody WebhookRequest request) {
        return webhooks.change(scope(caller), id, request.toWish()).map(WebhookView::of);
    }

    @Operation(
            summary = "Call a paused webhook again",
            description = "At once; of what waits, what is still news is sent.")
    @ApiResponse(responseCode = "200", description = "the webhook as it is now")
    @ApiResponse(
            responseCode = "404",
            description = "there is no such webhook among yours",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @PostMapping("/{id}/resume")
    Mono<WebhookView> resume(Caller caller, @PathVariable String id) {
        return webhooks.resume(scope(caller), id).map(WebhookView::of);
    }

    @Operation(summary = "Remove a webhook", description = "What waits for it is not sent any more.")
    @ApiResponse(responseCode = "204", description = "it is gone")
    @ApiResponse(
            responseCode = "404",
            description = "there is no such webhook among yours",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Caller caller, @PathVariable String id) {
        return webhooks.remove(scope(caller), id);
    }

    private static Scope scope(Caller caller) {
        return Scope.of(caller.roles(), caller.areas(), caller.department());
    }
}
