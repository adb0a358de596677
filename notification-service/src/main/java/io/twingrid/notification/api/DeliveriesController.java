package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.Page;
import io.twingrid.notification.domain.Deliveries;
import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.TargetKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What became of notices on their ways out, for admins. */
@RestController
class DeliveriesController {
    private final Deliveries deliveries;

    DeliveriesController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Operation(
            summary = "Deliveries and their attempts, the newest notices first",
            description = "For admins. Parameters that are given narrow it down together.")
    @ApiResponse(responseCode = "200", description = "a page")
    @ApiResponse(
            responseCode = "400",
            description = "a parameter is not what it should be; 'errors' names it",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "401",
            description = "no bearer token, or one that is not accepted",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "403",
            description = "you are not an admin",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @GetMapping("/api/deliveries")
    Mono<Page<DeliveryView>> list(
            Caller caller,
            @Parameter(description = "of this notice") @RequestParam(required = false) @Nullable String notice,
            @Parameter(description = "to targets of this kind") @RequestParam(required = false) @Nullable
                    TargetKind kind,
            @Parameter(description = "to this webhook or push subscription") @RequestParam(required = false) @Nullable
                    String target,
            @Parameter(description = "of this status") @RequestParam(required = false) Delivery.@Nullable Status status,
            @Parameter(description = "'next' of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "deliveries on a page, 1 to 100") @RequestParam(defaultValue = "20") int limit) {
        if (!caller.is("admin")) {
            throw Problem.forbidden("Deliveries are for admins.").asException();
        }
        String before = cursor == null ? null : Cursor.read(cursor);
        return deliveries
                .list(new Deliveries.Wanted(notice, kind, target, status), before, Paging.checked(limit) + 1)
                .collectList()
                .map(found -> Page.of(found, limit, Delivery::id).map(DeliveryView::of));
    }
}
