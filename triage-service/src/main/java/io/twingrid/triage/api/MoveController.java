package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.api.Requests.AssignBody;
import io.twingrid.triage.api.Requests.EmptyBody;
import io.twingrid.triage.api.Requests.EscalateBody;
import io.twingrid.triage.api.Requests.NoteBody;
import io.twingrid.triage.api.Requests.RejectBody;
import io.twingrid.triage.api.Requests.ResolveBody;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.Staff;
import java.util.function.Function;
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

/**
 * The verbs of a case. Each answers the case as it is now; asking for what is so already is answered like the first time.
 */
@RestController
@RequestMapping("/api/cases/{id}")
@Tag(name = "Verbs", description = "What staff do with a case; `allowed` in the case names those that are possible")
class MoveController {
    private final CommunityDesk desk;
    private final TriageSettings settings;

    MoveController(CommunityDesk desk, TriageSettings settings) {
        this.desk = desk;
        this.settings = settings;
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
        return ask(id, ifMatch, caller, fields -> new Command.Verify());
    }

    @PostMapping("/reject")
    @MoveAnswers
    @Operation(operationId = "rejectCase", summary = "It is not taken on (不予受理); by a lead")
    Mono<ResponseEntity<CaseView>> reject(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RejectBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/assign")
    @MoveAnswers
    @Operation(operationId = "assignCase", summary = "Somebody is to handle it (分派), or another than before; by a lead")
    Mono<ResponseEntity<CaseView>> assign(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AssignBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/resolve")
    @MoveAnswers
    @Operation(operationId = "resolveCase", summary = "It is done (办结)")
    Mono<ResponseEntity<CaseView>> resolve(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ResolveBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/escalate")
    @MoveAnswers
    @Operation(operationId = "escalateCase", summary = "The street takes it over (上报街道); by a lead")
    Mono<ResponseEntity<CaseView>> escalate(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EscalateBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/note")
    @MoveAnswers
    @Operation(operationId = "noteCase", summary = "Write something down, for staff or for everybody")
    Mono<ResponseEntity<CaseView>> note(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NoteBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, body::toCommand);
    }

    @PostMapping("/close")
    @MoveAnswers
    @Operation(operationId = "closeCase", summary = "It was looked at and is really done; by a lead")
    Mono<ResponseEntity<CaseView>> close(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable EmptyBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, fields -> new Command.Close());
    }

    private Mono<ResponseEntity<CaseView>> ask(
            String id, @Nullable String ifMatch, Caller caller, Function<Fields, Command> body) {
        Staff staff = Callers.staff(caller);
        Command command = body.apply(new Fields(settings));
        return desk.ask(id, IfMatch.version(ifMatch), command, staff)
                .map(result -> answer(result, staff))
                .switchIfEmpty(Mono.error(CaseController::noSuchCase));
    }

    private static ResponseEntity<CaseView> answer(Result<CommunityCase> result, Staff staff) {
        CommunityCase theCase = result.aggregate();
        if (result.kind() == Kind.REFUSED) {
            throw Problem.refused(String.valueOf(result.reason()), CaseView.words(theCase.allowedTo(staff)))
                    .asException();
        }
        return CaseController.answer(CaseView.of(theCase, result.version(), staff));
    }
}
