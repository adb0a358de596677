package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.Page;
import io.twingrid.notification.Inbox;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.NoticeId;
import io.twingrid.notification.domain.Occasion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The inbox of whoever asks. */
@RestController
class InboxController {

    private final Inbox inbox;
    private final Audiences audiences;

    InboxController(Inbox inbox, Audiences audiences) {
        this.inbox = inbox;
        this.audiences = audiences;
    }

    @Operation(
            summary = "Your notices, newest first",
            description = "Over all audiences that your token makes you part of, as long as notices are kept.")
    @ApiResponse(
            responseCode = "200",
            description = "a page; of the unread it may be short though 'next' leads to more")
    @ApiResponse(
            responseCode = "400",
            description = "a parameter is not what it should be; 'errors' names it",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "401",
            description = "no bearer token, or one that is not accepted",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @GetMapping("/api/notices")
    Mono<Page<NoticeView>> newest(
            Caller caller,
            @Parameter(description = "'next' of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "notices on a page, 1 to 100") @RequestParam(defaultValue = "20") int limit,
            @Parameter(description = "only what you have not read") @RequestParam(defaultValue = "false")
                    boolean unread,
            @Parameter(description = "only what tells of this, e.g. routed") @RequestParam(required = false) @Nullable
                    String type,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable
                    String acceptLanguage) {
        Inbox.Query query = new Inbox.Query(unread, known(type), position(cursor));
        Language language = Language.preferredBy(acceptLanguage);
        return audiences
                .of(caller)
                .flatMap(his -> inbox.newest(caller.requiredId(), his, query, Paging.checked(limit)))
                .map(listed -> page(listed, language));
    }

    @Operation(summary = "How many notices you have not read")
    @ApiResponse(responseCode = "200", description = "the number")
    @ApiResponse(
            responseCode = "401",
            description = "no bearer token, or one that is not accepted",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @GetMapping("/api/notices/unread")
    Mono<UnreadView> unread(Caller caller) {
        return audiences
                .of(caller)
                .flatMap(his -> inbox.unread(caller.requiredId(), his))
                .map(UnreadView::new);
    }

    @Operation(
            summary = "Mark all notices as read",
            description = "For you alone, on all your devices; others of an audience keep theirs.")
    @ApiResponse(responseCode = "200", description = "how many you have not read then")
    @ApiResponse(
            responseCode = "400",
            description = "'upTo' is not a notice's id",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "401",
            description = "no bearer token, or one that is not accepted",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @PostMapping("/api/notices/read")
    Mono<UnreadView> readAll(
            Caller caller,
            @Parameter(description = "the newest notice that you have seen: none that came since is marked")
                    @RequestParam(required = false)
                    @Nullable
                    String upTo) {
        if (upTo != null && !NoticeId.isOne(upTo)) {
            throw Problem.invalid("upTo", "must be the id of a notice").asException();
        }
        return audiences
                .of(caller)
                .flatMap(his -> inbox.readAll(caller.requiredId(), his, upTo))
                .map(UnreadView::new);
    }

    @Operation(
            summary = "Mark a notice as read",
            description = "For you alone, on all your devices; others of its audience keep theirs.")
    @ApiResponse(responseCode = "200", description = "the notice, as read")
    @ApiResponse(
            responseCode = "404",
            description = "there is no such notice among yours",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "401",
            description = "no bearer token, or one that is not accepted",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @PostMapping("/api/notices/{id}/read")
    Mono<NoticeView> read(
            Caller caller,
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable
                    String acceptLanguage) {
        return audiences
                .of(caller)
                .flatMap(his -> inbox.read(caller.requiredId(), his, id))
                .map(entry -> NoticeView.of(entry, Language.preferredBy(acceptLanguage)))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("notice " + id).asException()));
    }

    private static Page<NoticeView> page(Inbox.Listed listed, Language language) {
        String last = listed.last();
        return new Page<>(
                listed.entries().stream()
                        .map(entry -> NoticeView.of(entry, language))
                        .toList(),
                last == null ? null : Cursor.write(last));
    }

    private static @Nullable String position(@Nullable String cursor) {
        String before = cursor == null ? null : Cursor.read(cursor);
        if (before != null && !NoticeId.isOne(before)) {
            throw Cursor.badCursor();
        }
        return before;
    }

    private static @Nullable String known(@Nullable String type) {
        try {
            return type == null ? null : Occasion.of(type).word();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("type", String.valueOf(e.getMessage())).asException();
        }
    }
}
