package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Page;
import io.twingrid.intake.Part;
import io.twingrid.intake.Reading;
import io.twingrid.intake.Sender;
import io.twingrid.intake.Submission;
import io.twingrid.intake.Voices;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.ReportViews.Query;
import io.twingrid.intake.domain.Status;
import io.twingrid.intake.domain.Visibility;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/reports")
@Tag(name = ReportController.TAG, description = "What was seen, and how far it has come")
class ReportController {
    static final String TAG = "Reports";

    private static final int MOST_ITEMS = 100;

    private final Submission submission;
    private final Reading reading;
    private final Voices voices;
    private final Receipts receipts;

    ReportController(Submission submission, Reading reading, Voices voices, Receipts receipts) {
        this.submission = submission;
        this.reading = reading;
        this.voices = voices;
        this.receipts = receipts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "submitReport",
            summary = "Report what you see",
            description = "Answered when the report is safe (acknowledged by the broker). Works without a token; such a"
                    + " report is anonymous.")
    @ApiResponse(responseCode = "201", description = "It is in; Location tells where it can be followed")
    @ApiResponse(
            responseCode = "403",
            description = "This town does not take anonymous reports",
            content = {})
    @ApiResponse(
            responseCode = "400",
            description = "A field is missing or wrong; `errors` names each",
            content = {})
    @ApiResponse(
            responseCode = "413",
            description = "The body is too large",
            content = {})
    @ApiResponse(
            responseCode = "422",
            description = "The Idempotency-Key was used for another body",
            content = {})
    @ApiResponse(
            responseCode = "503",
            description = "Send it again after Retry-After seconds",
            content = {})
    Mono<ResponseEntity<Receipt>> submit(
            @RequestBody NewReport body,
            @Parameter(description = "Any text of the client's own; the same key and body give the same report")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            Caller caller,
            @Nullable Locale locale) {
        return submission
                .submit(body.toDraft(), Sender.of(caller, body.anonymous(), key, "api"))
                .flatMap(report -> receipts.of(report, locale))
                .map(receipt -> ResponseEntity.created(
                                URI.create("/api/reports/" + receipt.report().id()))
                        .body(receipt));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "readReport",
            summary = "How far a report has come",
            description = "Its reporter and the staff of its area see all of it, others its public side if it has one.")
    @ApiResponse(responseCode = "200", description = "The report")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such report",
            content = {})
    Mono<ReportBody> read(@PathVariable String id, Caller caller, @Nullable Locale locale) {
        return reading.seen(id, caller).map(view -> body(view, caller, locale));
    }

    @GetMapping
    @Operation(
            operationId = "listReports",
            summary = "Reports, the newest first",
            description =
                    "What is public, and with mine=true all of one's own. The staff of a community or a street who name"
                            + " theirs, or ask for what is not public, see all of it.")
    @ApiResponse(responseCode = "200", description = "A page; `next` is the cursor of the one behind it")
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is wrong; `errors` names it",
            content = {})
    @ApiResponse(
            responseCode = "403",
            description = "What is not public is for the staff of an area",
            content = {})
    Mono<Page<ReportBody>> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(required = false) @Nullable String community,
            @Parameter(description = "public held hidden private; others than public for staff")
                    @RequestParam(required = false)
                    @Nullable
                    String visibility,
            @Parameter(description = "Only the caller's own") @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Caller caller,
            @Nullable Locale locale) {
        if (limit < 1 || limit > MOST_ITEMS) {
            return Mono.error(
                    Problem.invalid("limit", "from 1 to " + MOST_ITEMS).asException());
        }
        if (mine && caller.isAnonymous()) {
            return Mono.error(Problem.invalid("mine", "needs a token that says who you are")
                    .asException());
        }
        Visibility wanted = visibilityOf(visibility);
        boolean asksForAll = wanted != null && wanted != Visibility.PUBLIC;
        Part part = mine ? new Part(street, community, true) : Part.of(caller, street, community, asksForAll);
        if (asksForAll && !part.isWhole()) {
            return Mono.error(Problem.forbidden("What is not public is for the staff of an area; name yours.")
                    .asException());
        }
        Query query = new Query(
                statusOf(status),
                category,
                part.street(),
                part.community(),
                mine ? caller.id() : null,
                part.isWhole() ? wanted : Visibility.PUBLIC,
                null);
        return reading.page(query, cursor, limit).map(page -> page.map(view -> body(view, caller, locale)));
    }

    @PostMapping("/{id}/support")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(
            operationId = "supportReport",
            summary = "Say that you see it too",
            description = "Counts once a person.")
    @ApiResponse(responseCode = "202", description = "It will be counted")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such report",
            content = {})
    Mono<Void> support(@PathVariable String id, Caller caller) {
        return voices.support(id, caller);
    }

    @PostMapping("/{id}/feedback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @SecurityRequirement(name = ApiDescription.BEARER)
    @Operation(
            operationId = "judgeReport",
            summary = "Say how it turned out",
            description = "By the reporter, once there is a result.")
    @ApiResponse(responseCode = "202", description = "It is passed on; \"not solved\" opens the case again")
    @ApiResponse(
            responseCode = "403",
            description = "Only the person who reported it can say",
            content = {})
    @ApiResponse(
            responseCode = "404",
            description = "There is no such report",
            content = {})
    @ApiResponse(
            responseCode = "409",
            description = "There is no result yet, or the time for it is over",
            content = {})
    Mono<Void> feedback(@PathVariable String id, @RequestBody FeedbackBody body, Caller caller) {
        return voices.judge(id, body.toFeedback(), caller);
    }

    private static ReportBody body(ReportView view, Caller caller, @Nullable Locale locale) {
        return Reading.seesAll(caller, view) ? ReportBody.ofWhole(view, locale) : ReportBody.ofPublic(view, locale);
    }

    private static @Nullable Visibility visibilityOf(@Nullable String word) {
        return word == null
                ? null
                : Visibility.of(word).orElseThrow(() -> Problem.invalid("visibility", "there is no such visibility")
                        .asException());
    }

    private static @Nullable Status statusOf(@Nullable String word) {
        return word == null
                ? null
                : Status.of(word).orElseThrow(() -> Problem.invalid("status", "there is no status '" + word + "'")
                        .asException());
    }
}
