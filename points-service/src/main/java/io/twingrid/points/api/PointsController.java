package io.twingrid.points.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.web.Page;
import io.twingrid.points.Ledger;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.domain.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An observer's account, for himself and for the points staff. */
@RestController
@RequestMapping("/api/points/{observerId}")
@Tag(name = "Points")
@ApiResponse(responseCode = "200")
@Answers.Personal
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
    Mono<AccountView> account(@PathVariable String observerId) {
        return ledger.account(observerId).map(AccountView::of);
    }

    @GetMapping("/entries")
    @Operation(summary = "An account's entries, newest first")
    @Answers.Checked
    Mono<Page<EntryView>> entries(
            @PathVariable String observerId,
            @Parameter(description = "`next` of the page before; without it the newest entries come")
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @Parameter(description = "Entries on the page, 1 to 100; 20 without it")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit) {
        int size = Paging.size(limit, settings);
        return ledger.entries(observerId, Paging.number(cursor), size + 1)
                .collectList()
                .map(found -> Page.of(found, size, PointsController::position).map(EntryView::of));
    }

    @GetMapping(path = "/statement", produces = Statement.MEDIA_TYPE)
    @Operation(
            summary = "An account's statement as CSV, oldest first",
            description =
                    "UTF-8 with a byte order mark, RFC 4180. Texts that a spreadsheet would run as a formula are led"
                            + " by an apostrophe.")
    ResponseEntity<Flux<String>> statement(@PathVariable String observerId) {
        ContentDisposition file = ContentDisposition.attachment()
                .filename("points-" + observerId + ".csv", UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(new Statement(settings.zone()).of(ledger.history(observerId)));
    }

    private static String position(LedgerEntry entry) {
        return Long.toString(entry.seq());
    }
}
