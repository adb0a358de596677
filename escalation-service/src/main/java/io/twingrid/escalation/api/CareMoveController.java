package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.IfMatch;
import io.twingrid.chassis.web.MoveAnswers;
import io.twingrid.escalation.CareDesk;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.api.CareRequests.CareReasonBody;
import io.twingrid.escalation.api.CareRequests.ConfirmBody;
import io.twingrid.escalation.api.Requests.NoBody;
import io.twingrid.escalation.domain.care.CareCommand;
import io.twingrid.escalation.domain.care.CarePerson;
import io.twingrid.escalation.domain.care.CareTask;
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

/** The verbs of a care task; they answer as those of a case do. */
@RestController
@RequestMapping("/api/care-tasks/{id}")
@Tag(name = "Care tasks")
class CareMoveController {
    private final CareDesk desk;
    private final EscalationSettings settings;

    CareMoveController(CareDesk desk, EscalationSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @PostMapping("/claim")
    @MoveAnswers
    @Operation(operationId = "claimCareTask", summary = "Take it on (认领); by an observer who rides there")
    Mono<ResponseEntity<CareView>> claim(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, new CareCommand.Claim(), null);
    }

    @PostMapping("/release")
    @MoveAnswers
    @Operation(operationId = "releaseCareTask", summary = "Give it back; it is offered again")
    Mono<ResponseEntity<CareView>> release(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CareReasonBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, new CareCommand.Release(body.toReason(fields())), null);
    }

    @PostMapping("/pick-up")
    @MoveAnswers
    @Operation(operationId = "pickUpCareTask", summary = "It is in the bag (取件)")
    Mono<ResponseEntity<CareView>> pickUp(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, new CareCommand.PickUp(), null);
    }

    @PostMapping("/deliver")
    @MoveAnswers
    @Operation(operationId = "deliverCareTask", summary = "It was handed over (送达)")
    Mono<ResponseEntity<CareView>> deliver(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, new CareCommand.Deliver(), null);
    }

    @PostMapping("/confirm")
    @MoveAnswers
    @Operation(
            operationId = "confirmCareTask",
            summary = "It really was (确认): by staff, or by the observer with the resident's code")
    Mono<ResponseEntity<CareView>> confirm(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ConfirmBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, new CareCommand.Confirm(null), ConfirmBody.codeOf(body));
    }

    @PostMapping("/settle")
    @MoveAnswers
    @Operation(operationId = "settleCareTask", summary = "The centre has sent somebody itself; by staff")
    Mono<ResponseEntity<CareView>> settle(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NoBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, new CareCommand.Settle(), null);
    }

    @PostMapping("/cancel")
    @MoveAnswers
    @Operation(operationId = "cancelCareTask", summary = "It is not needed any more; by staff")
    Mono<ResponseEntity<CareView>> cancel(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CareReasonBody body,
            Caller caller) {
        return ask(id, ifMatch, caller, new CareCommand.Cancel(body.toReason(fields())), null);
    }

    private Fields fields() {
        return new Fields(settings);
    }

    private Mono<ResponseEntity<CareView>> ask(
            String id, @Nullable String ifMatch, Caller caller, CareCommand command, @Nullable String code) {
        Long expected = IfMatch.version(ifMatch);
        return CareCallers.person(caller, desk)
                .flatMap(who -> desk.ask(id, expected, command, code, who).map(result -> answer(result, command, who)))
                .switchIfEmpty(Mono.error(CareController::noSuchTask));
    }

    private ResponseEntity<CareView> answer(Result<CareTask> result, CareCommand command, CarePerson who) {
        CareTask task = result.aggregate();
        if (result.kind() == Kind.REFUSED) {
            throw Problem.refused(String.valueOf(result.reason()), CareView.words(task.allowedTo(who)))
                    .asException();
        }
        if (command instanceof CareCommand.Confirm && !task.state().isOver()) {
            throw Problem.invalid("code", "is not the resident's code").asException();
        }
        return CareController.answer(CareView.of(task, result.version(), who, desk));
    }
}
