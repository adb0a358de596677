package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.MoveAnswers;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.api.Requests.AssignBody;
import io.twingrid.triage.api.Requests.EscalateBody;
import io.twingrid.triage.api.Requests.NoteBody;
import io.twingrid.triage.api.Requests.ResolveBody;
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

/** What is done about a case while it is open. {@link CaseVerbs} says how each is answered. */
@RestController
@RequestMapping("/api/cases/{id}")
@Tag(name = "Verbs: getting it done", description = "What is done about a case while it is open.")
class WorkController {
    private final CaseVerbs verbs;

    WorkController(CommunityDesk desk, TriageSettings settings, Clock clock) {
        this.verbs = new CaseVerbs(desk, settings, clock);
    }

    @PostMapping("/assign")
    @MoveAnswers
    @Operation(operationId = "assignCase", summary = "Somebody is to handle it (分派), or another than before; by a lead")
    Mono<ResponseEntity<CaseView>> assign(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AssignBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/resolve")
    @MoveAnswers
    @Operation(operationId = "resolveCase", summary = "It is done (办结)")
    Mono<ResponseEntity<CaseView>> resolve(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ResolveBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/escalate")
    @MoveAnswers
    @Operation(operationId = "escalateCase", summary = "The street takes it over (上报街道); by a lead")
    Mono<ResponseEntity<CaseView>> escalate(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EscalateBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/note")
    @MoveAnswers
    @Operation(operationId = "noteCase", summary = "Write something down, for staff or for everybody")
    Mono<ResponseEntity<CaseView>> note(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NoteBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, body::toCommand);
    }
}
