package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.MoveAnswers;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.api.Requests.EmptyBody;
import io.twingrid.triage.api.Requests.MergeBody;
import io.twingrid.triage.api.Requests.RejectBody;
import io.twingrid.triage.api.Requests.TransferBody;
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

/** Whether a report is true and whose it is. {@link CaseVerbs} says how each is answered. */
@RestController
@RequestMapping("/api/cases/{id}")
@Tag(name = "Verbs: whose is it", description = "Whether a report is true and whose it is.")
class JudgeController {
    private final CaseVerbs verbs;

    JudgeController(CommunityDesk desk, TriageSettings settings, Clock clock) {
        this.verbs = new CaseVerbs(desk, settings, clock);
    }

    @PostMapping("/verify")
    @MoveAnswers
    @Operation(
            operationId = "verifyCase",
            summary = "It is true and ours (核实); what was handled on the spot is resolved with it")
    Mono<ResponseEntity<CaseView>> verify(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable EmptyBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Verify());
    }

    @PostMapping("/reject")
    @MoveAnswers
    @Operation(operationId = "rejectCase", summary = "It is not taken on (不予受理); by a lead")
    Mono<ResponseEntity<CaseView>> reject(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RejectBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/merge")
    @MoveAnswers
    @Operation(operationId = "mergeCase", summary = "An earlier case of the same matter goes on for it (并案); by a lead")
    Mono<ResponseEntity<CaseView>> merge(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergeBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/unmerge")
    @MoveAnswers
    @Operation(operationId = "unmergeCase", summary = "It was another matter after all; by a lead")
    Mono<ResponseEntity<CaseView>> unmerge(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable EmptyBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Unmerge());
    }

    @PostMapping("/transfer")
    @MoveAnswers
    @Operation(operationId = "transferCase", summary = "Another community is to deal with it; by a lead")
    Mono<ResponseEntity<CaseView>> transfer(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TransferBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, body::toCommand);
    }
}
