package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.IfMatch;
import io.twingrid.chassis.web.ItemAnswers;
import io.twingrid.chassis.web.Page;
import io.twingrid.chassis.web.ReadAnswers;
import io.twingrid.escalation.CareDesk;
import io.twingrid.escalation.CareSettings;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.api.CareRequests.MakeBody;
import io.twingrid.escalation.domain.CasePosition;
import io.twingrid.escalation.domain.care.CareErrand;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Care tasks (爱心接力): made by staff, read by those whom they concern. */
@RestController
@RequestMapping("/api/care-tasks")
@Tag(
        name = "Care tasks",
        description = "Medicine, a meal, groceries for somebody who lives alone: offered, claimed by one, brought")
class CareController {
    private final CareDesk desk;
    private final CareSettings care;
    private final EscalationSettings settings;
    private final Clock clock;

    CareController(CareDesk desk, CareSettings care, EscalationSettings settings, Clock clock) {
        this.desk = desk;
        this.care = care;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping
    @ReadAnswers
    @Operation(
            operationId = "makeCareTask",
            summary = "Make a task; by staff of the grid's community or street",
            description =
                    "It is offered to the observers who ride there. The answer has the code that the resident tells who"
                            + " hands it over. 503 if no key is set to encrypt addresses with.")
    Mono<ResponseEntity<CareView>> make(@RequestBody MakeBody body, Caller caller) {
        return CareCallers.person(caller, desk).flatMap(who -> {
            if (!desk.isReady()) {
                return Mono.error(noKey());
            }
            Fields fields = new Fields(settings);
            CareErrand errand = body.toErrand(fields, who, desk, care, clock.instant());
            return desk.make(errand, body.toAddress(fields)).map(made -> ResponseEntity.created(
                            URI.create("/api/care-tasks/" + made.aggregate().id()))
                    .eTag(IfMatch.tag(made.version()))
                    .body(CareView.of(made.aggregate(), made.version(), who, desk)));
        });
    }

    @GetMapping
    @ReadAnswers
    @Operation(
            operationId = "listCareTasks",
            summary = "The tasks that the caller may see, those made last first",
            description =
                    "Staff see those of their areas; an observer those that are offered where he rides and those that he"
                            + " has claimed.")
    Mono<Page<CareView>> list(
            @Parameter(description = "open, claimed, picked-up, delivered, confirmed, settled or cancelled")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Tasks on the page, 1 to 100; 20 if absent")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit,
            Caller caller) {
        int size = ListRequest.limit(limit, settings);
        return CareCallers.person(caller, desk)
                .flatMap(who -> desk.list(who, ListRequest.careState(state), ListRequest.position(cursor), size + 1)
                        .map(found -> Page.of(
                                        found,
                                        size,
                                        item -> ListRequest.cursor(new CasePosition(
                                                item.aggregate().createdAt(),
                                                item.aggregate().id())))
                                .map(item -> CareView.of(item.aggregate(), item.version(), who, desk))));
    }

    @GetMapping("/{id}")
    @ItemAnswers
    @Operation(operationId = "getCareTask", summary = "One task, with what the caller may do next")
    Mono<ResponseEntity<CareView>> get(@PathVariable String id, Caller caller) {
        return CareCallers.person(caller, desk)
                .flatMap(who -> desk.find(id, who)
                        .map(found -> answer(CareView.of(found.aggregate(), found.version(), who, desk))))
                .switchIfEmpty(Mono.error(CareController::noSuchTask));
    }

    static ResponseEntity<CareView> answer(CareView view) {
        return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
    }

    static RuntimeException noSuchTask() {
        return Problem.notFound("such task").asException();
    }

    private static RuntimeException noKey() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "no-care-key",
                        "No task can be made: addresses are kept encrypted, and ESCALATION_CARE_KEYS has no key.")
                .asException();
    }
}
