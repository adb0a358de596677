package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.MoveAnswers;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.SortingCentre;
import io.twingrid.escalation.api.Requests.ExtendBody;
import io.twingrid.escalation.api.Requests.HoldBody;
import io.twingrid.escalation.api.Requests.NoBody;
import io.twingrid.escalation.api.Requests.ReasonBody;
import io.twingrid.escalation.domain.Command;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The verbs about a case's time. They answer as those of {@link MoveController} do. */
@RestController
@RequestMapping("/api/escalations/{id}")
@Tag(name = "Verbs")
class TimeController {
    private final CaseVerbs verbs;
    private final Clock clock;

    TimeController(SortingCentre centre, CaseViews views, EscalationSettings settings, Clock clock) {
        this.verbs = new CaseVerbs(centre, settings, views);
        this.clock = clock;
    }

    @PostMapping("/urge")
    @MoveAnswers
    @Operation(
            operationId = "urgeEscalation",
            summary = "Press the department, one level higher (督办); by a coordinator")
    Mono<ResponseEntity<CaseView>> urge(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Urge());
    }

    @PostMapping("/hold")
    @MoveAnswers
    @Operation(
            operationId = "holdEscalation",
            summary = "It cannot be solved now (挂账); its clocks stand still; by a coordinator")
    Mono<ResponseEntity<CaseView>> hold(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HoldBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> body.toCommand(fields, clock.instant()));
    }

    @PostMapping("/resume")
    @MoveAnswers
    @Operation(operationId = "resumeEscalation", summary = "It goes on with the time that was left; by a coordinator")
    Mono<ResponseEntity<CaseView>> resume(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Resume());
    }

    @PostMapping("/extend")
    @MoveAnswers
    @Operation(
            operationId = "extendEscalation",
            summary = "More time (延期), before it is over; an officer asks for it, a coordinator gives it")
    Mono<ResponseEntity<CaseView>> extend(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ExtendBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> body.toCommand(fields, clock.instant()));
    }

    @PostMapping("/approve-extension")
    @MoveAnswers
    @Operation(
            operationId = "approveExtension",
            summary = "The department gets the time that it asked for; by a coordinator")
    Mono<ResponseEntity<CaseView>> approveExtension(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.ApproveExtension());
    }

    @PostMapping("/decline-extension")
    @MoveAnswers
    @Operation(operationId = "declineExtension", summary = "It does not get it; by a coordinator")
    Mono<ResponseEntity<CaseView>> declineExtension(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> body.toDeclineExtension(fields));
    }
}
