package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.MoveAnswers;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.api.Requests.EmptyBody;
import io.twingrid.triage.api.Requests.ExtendBody;
import io.twingrid.triage.api.Requests.HoldBody;
import io.twingrid.triage.api.Requests.ReasonBody;
import io.twingrid.triage.domain.Command;
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

/** When a case cannot be settled in the time that it has. {@link CaseVerbs} says how each is answered. */
@RestController
@RequestMapping("/api/cases/{id}")
@Tag(name = "Verbs: more time", description = "When a case cannot be settled in the time that it has.")
class TimeController {
    private final CaseVerbs verbs;

    TimeController(CommunityDesk desk, TriageSettings settings, Clock clock) {
        this.verbs = new CaseVerbs(desk, settings, clock);
    }

    @PostMapping("/hold")
    @MoveAnswers
    @Operation(
            operationId = "holdCase",
            summary =
                    "It cannot be solved now (挂账): it comes back on its review date, and its clock stands still; by a lead")
    Mono<ResponseEntity<CaseView>> hold(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HoldBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/resume")
    @MoveAnswers
    @Operation(operationId = "resumeCase", summary = "It goes on before its review date; by a lead")
    Mono<ResponseEntity<CaseView>> resume(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable EmptyBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Resume());
    }

    @PostMapping("/extend")
    @MoveAnswers
    @Operation(
            operationId = "extendCase",
            summary = "More time (延期), asked for before the time is over; a lead has it at once")
    Mono<ResponseEntity<CaseView>> extend(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ExtendBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/approve-extension")
    @MoveAnswers
    @Operation(operationId = "approveExtension", summary = "Give the time that somebody asks for; by a lead")
    Mono<ResponseEntity<CaseView>> approve(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable EmptyBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.ApproveExtension());
    }

    @PostMapping("/decline-extension")
    @MoveAnswers
    @Operation(operationId = "declineExtension", summary = "Do not give it; by a lead")
    Mono<ResponseEntity<CaseView>> decline(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.DeclineExtension(body.checked(fields)));
    }
}
