package io.twingrid.notification.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.notification.NotificationSettings;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.LiveNotices;
import io.twingrid.notification.domain.NoticeCursor;
import io.twingrid.notification.domain.Recipients;
import io.twingrid.notification.domain.SlowReaderException;
import io.twingrid.notification.domain.StreamItem;
import io.twingrid.notification.domain.TooManyStreamsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The live stream, as server-sent events (WHATWG HTML, section 9.2). */
@RestController
class StreamController {
    private static final Logger log = LoggerFactory.getLogger(StreamController.class);
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final LiveNotices live;
    private final Recipients recipients;
    private final Audiences audiences;
    private final NotificationSettings settings;
    private final Clock clock;

    StreamController(
            LiveNotices live, Recipients recipients, Audiences audiences, NotificationSettings settings, Clock clock) {
        this.live = live;
        this.recipients = recipients;
        this.audiences = audiences;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(
            summary = "Your notices as they come",
            description =
                    "Server-sent events for all audiences that your token makes you part of. The name of an event is "
                            + "what happened (routed, resolved, credited …), its data a Notice, its id your place: send the last "
                            + "one back to get what you missed. Without one the stream starts now. An event named 'cut' says how "
                            + "many notices are gone because they are not kept any more; it comes before all others. It ends when your token does.")
    @ApiResponse(
            responseCode = "200",
            description = "the stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = NoticeView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "the last event id is none of ours",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "401",
            description = "no bearer token, or one that is not accepted",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "429",
            description = "you have as many streams as one person may have",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @GetMapping(path = "/api/notices/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> stream(
            Caller caller,
            @Parameter(hidden = true) JwtAuthenticationToken token,
            @Parameter(description = "id of the last event that you have")
                    @RequestHeader(name = LAST_EVENT_ID, required = false)
                    @Nullable
                    String lastEventIdHeader,
            @Parameter(description = "the same, for clients that cannot set a header; the header wins")
                    @RequestParam(name = "lastEventId", required = false)
                    @Nullable
                    String lastEventId,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable
                    String acceptLanguage,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        NoticeCursor since = lastEventIdHeader == null
                ? cursor("lastEventId", lastEventId)
                : cursor(LAST_EVENT_ID, lastEventIdHeader);
        Language language = Language.preferredBy(acceptLanguage);
        // Reverse proxies of the nginx kind collect an answer before they pass it on, unless they are told not to.
        response.getHeaders().set("X-Accel-Buffering", "no");
        return audiences
                .of(caller)
                .flatMapMany(his ->
                        recipients.seen(caller.requiredId(), his).thenMany(live.open(caller.requiredId(), his, since)))
                .map(item -> event(item, language))
                .takeUntilOther(expiry(token.getToken().getExpiresAt()))
                .onErrorMap(TooManyStreamsException.class, e -> Problem.tooMany(
                                String.valueOf(e.getMessage()), settings.retry())
                        .asException())
                .onErrorResume(SlowReaderException.class, e -> {
                    log.info("disconnected {}: {}", caller.id(), e.getMessage());
                    HangUp.on(request);
                    return Flux.empty();
                });
    }

    private ServerSentEvent<Object> event(StreamItem item, Language language) {
        return switch (item) {
            case StreamItem.Opened opened ->
                // An id without data moves the client's last event id and shows him nothing.
                ServerSentEvent.builder()
                        .id(opened.cursor().text())
                        .retry(soon())
                        .comment("connected")
                        .build();
            case StreamItem.Told told ->
                ServerSentEvent.<Object>builder(NoticeView.of(told.notice(), language))
                        .id(told.cursor().text())
                        .event(told.notice().content().type())
                        .build();
            case StreamItem.Cut cut ->
                ServerSentEvent.<Object>builder(new CutView(cut.missed()))
                        .id(cut.cursor().text())
                        .event("cut")
                        .build();
            case StreamItem.Beat beat -> ServerSentEvent.builder().comment("").build();
        };
    }

    private static NoticeCursor cursor(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NoticeCursor.NOWHERE;
        }
        try {
            return NoticeCursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, "not an id of an event of this stream").asException();
        }
    }

    /** Not the same for all: after a restart they would all come back in one moment. */
    private Duration soon() {
        long millis = settings.retry().toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis * 3 / 2 + 1));
    }

    private Mono<Long> expiry(@Nullable Instant at) {
        return at == null ? Mono.never() : Mono.delay(Duration.between(clock.instant(), at));
    }
}
