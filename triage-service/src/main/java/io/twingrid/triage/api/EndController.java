package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.MoveAnswers;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.api.Requests.CheckBody;
import io.twingrid.triage.api.Requests.EmptyBody;
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

/** How a case ends, and how it comes back. {@link CaseVerbs} says how each is answered. */
@RestController
@RequestMapping("/api/cases/{id}")
@Tag(name = "Verbs: the end, and back", description = "How a case ends, and how it comes back.")
class EndController {
    private final CaseVerbs verbs;

    EndController(CommunityDesk desk, TriageSettings settings, Clock clock) {
        this.verbs = new CaseVerbs(desk, settings, clock);
    }

    @PostMapping("/check")
    @MoveAnswers
    @Operation(operationId = "checkCase", summary = "Somebody looked, and it is really done (核查): it is closed")
    Mono<ResponseEntity<CaseView>> check(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable CheckBody body,
            Caller caller) {
        return verbs.ask(
                id, ifMatch, caller, fields -> body == null ? new Command.Check(null) : body.toCommand(fields));
    }

    @PostMapping("/rework")
    @MoveAnswers
    @Operation(
            operationId = "reworkCase",
            summary = "Somebody looked, and it is not done (返工): whoever resolved it has it again")
    Mono<ResponseEntity<CaseView>> rework(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Rework(body.checked(fields)));
    }

    @PostMapping("/reopen")
    @MoveAnswers
    @Operation(operationId = "reopenCase", summary = "It is open again after all (重开); by a lead")
    Mono<ResponseEntity<CaseView>> reopen(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Reopen(body.checked(fields)));
    }

    @PostMapping("/invalidate")
    @MoveAnswers
    @Operation(operationId = "invalidateCase", summary = "It was not true: what it earned is taken back; by a lead")
    Mono<ResponseEntity<CaseView>> invalidate(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Invalidate(body.checked(fields)));
    }

    @PostMapping("/close")
    @MoveAnswers
    @Operation(operationId = "closeCase", summary = "It ends without a check; by a lead")
    Mono<ResponseEntity<CaseView>> close(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable EmptyBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Close());
    }
}
