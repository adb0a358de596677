package io.twingrid.points.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.Page;
import io.twingrid.points.Ledger;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.domain.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** An observer's account, for himself and for the points staff. */
@RestController
@RequestMapping("/api/points/{observerId}")
@Tag(name = "Points")
@ApiResponse(responseCode = "200")
@ApiResponse(
        responseCode = "401",
        description = "Without a bearer token, or with one that is not accepted",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "403",
        description = "Somebody else's account",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
class PointsController {
    private final Ledger ledger;
    private final PointsSettings settings;

    PointsController(Ledger ledger, PointsSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    @GetMapping
    @Operation(
            summary = "How an account stands",
            description = "An observer who never earned a point has an account with balance 0 and no entries.")
    Mono<AccountView> account(@PathVariable String observerId, Caller caller) {
        mayRead(caller, observerId);
        return ledger.account(observerId).map(AccountView::of);
    }

    @GetMapping("/entries")
    @Operation(summary = "An account's entries, newest first")
    @ApiResponse(
            responseCode = "400",
            description = "A limit or a cursor that cannot be",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    Mono<Page<EntryView>> entries(
            @PathVariable String observerId,
            @Parameter(description = "`next` of the page before; without it the newest entries come")
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @Parameter(description = "Entries on the page, 1 to 100; 20 without it")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit,
            Caller caller) {
        mayRead(caller, observerId);
        int size = sizeOf(limit);
        return ledger.entries(observerId, seqOf(cursor), size + 1)
                .collectList()
                .map(found -> Page.of(found, size, PointsController::position).map(EntryView::of));
    }

    private static void mayRead(Caller caller, String observerId) {
        if (!caller.requiredId().equals(observerId) && !caller.isAny("points-admin", "admin")) {
            throw Problem.forbidden("An account is read by the observer whose it is, and by the points staff.")
                    .asException();
        }
    }

    private int sizeOf(@Nullable Integer limit) {
        int size = limit == null ? settings.page() : limit;
        if (size < 1 || size > settings.largestPage()) {
            throw Problem.invalid("limit", "from 1 to " + settings.largestPage())
                    .asException();
        }
        return size;
    }

    private static String position(LedgerEntry entry) {
        return Long.toString(entry.seq());
    }

    private static @Nullable Long seqOf(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return Long.valueOf(Cursor.read(cursor));
        } catch (NumberFormatException e) {
            throw Cursor.badCursor();
        }
    }
}
