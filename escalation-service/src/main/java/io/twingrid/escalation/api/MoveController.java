package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.MoveAnswers;
import io.twingrid.escalation.DepartmentSource;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.SortingCentre;
import io.twingrid.escalation.api.Requests.DispatchBody;
import io.twingrid.escalation.api.Requests.NoBody;
import io.twingrid.escalation.api.Requests.NoteBody;
import io.twingrid.escalation.api.Requests.ReasonBody;
import io.twingrid.escalation.api.Requests.ResolveBody;
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

/**
 * The verbs of a case. Each answers the case as it is now; asking for what is so already is answered like the first time.
 */
@RestController
@RequestMapping("/api/escalations/{id}")
@Tag(name = "Verbs", description = "What staff do with a case; `allowed` in the case names those that are possible")
class MoveController {
    private final CaseVerbs verbs;
    private final DepartmentSource departments;
    private final Clock clock;

    MoveController(
            SortingCentre centre,
            DepartmentSource departments,
            CaseViews views,
            EscalationSettings settings,
            Clock clock) {
        this.verbs = new CaseVerbs(centre, settings, views);
        this.departments = departments;
        this.clock = clock;
    }

    @PostMapping("/dispatch")
    @MoveAnswers
    @Operation(operationId = "dispatchEscalation", summary = "Give it to a department (派发); by a coordinator")
    Mono<ResponseEntity<CaseView>> dispatch(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DispatchBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> body.toCommand(fields, departments.latest(), clock.instant()));
    }

    @PostMapping("/accept")
    @MoveAnswers
    @Operation(operationId = "acceptEscalation", summary = "Take it on (接单); by an officer of the leading department")
    Mono<ResponseEntity<CaseView>> accept(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.Accept());
    }

    @PostMapping("/report-in")
    @MoveAnswers
    @Operation(
            operationId = "reportInEscalation",
            summary = "Be there (吹哨报到); by an officer of a department that was summoned to join in")
    Mono<ResponseEntity<CaseView>> reportIn(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> new Command.ReportIn());
    }

    @PostMapping("/decline")
    @MoveAnswers
    @Operation(
            operationId = "declineEscalation",
            summary = "Give it back to the centre (退单); by an officer of the leading department")
    Mono<ResponseEntity<CaseView>> decline(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> body.toDecline(fields));
    }

    @PostMapping("/return")
    @MoveAnswers
    @Operation(operationId = "returnEscalation", summary = "Give it back to the community (退回); by a coordinator")
    Mono<ResponseEntity<CaseView>> giveBack(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> body.toReturn(fields));
    }

    @PostMapping("/resolve")
    @MoveAnswers
    @Operation(
            operationId = "resolveEscalation",
            summary = "It is done (办结); by a coordinator or an officer of the leading department")
    Mono<ResponseEntity<CaseView>> resolve(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ResolveBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> body.toCommand(fields));
    }

    @PostMapping("/note")
    @MoveAnswers
    @Operation(operationId = "noteEscalation", summary = "Write something down, for staff or for everybody")
    Mono<ResponseEntity<CaseView>> note(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NoteBody body,
            Caller caller) {
        return verbs.ask(id, ifMatch, caller, fields -> body.toCommand(fields));
    }
}
