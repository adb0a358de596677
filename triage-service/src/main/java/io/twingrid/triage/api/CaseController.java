package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.IfMatch;
import io.twingrid.chassis.web.ItemAnswers;
import io.twingrid.chassis.web.Page;
import io.twingrid.chassis.web.ReadAnswers;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.domain.CasePosition;
import io.twingrid.triage.domain.Staff;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The cases as staff read them. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases", description = "What was reported in the caller's areas")
class CaseController {
    private final CommunityDesk desk;
    private final TriageSettings settings;
    private final Clock clock;

    CaseController(CommunityDesk desk, TriageSettings settings, Clock clock) {
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    @ReadAnswers
    @Operation(
            operationId = "listCases",
            summary = "The cases of the caller's areas, newest report first; what is asked for holds together")
    Mono<Page<CaseView>> list(@ParameterObject ListRequest request, Caller caller) {
        Staff staff = Callers.staff(caller);
        int size = request.size(settings);
        return desk.list(staff, request.area(), request.query(size + 1, clock.instant()))
                .map(found -> Page.of(found, size, item -> ListRequest.cursor(CasePosition.of(item.aggregate())))
                        .map(item -> CaseView.of(item.aggregate(), item.version(), staff)));
    }

    @GetMapping("/{id}/duplicates")
    @ItemAnswers
    @Operation(
            operationId = "listPossibleDuplicates",
            summary = "Earlier cases that may be of the same matter, the nearest first, with distance and age")
    Mono<List<DuplicateView>> duplicates(@PathVariable String id, Caller caller) {
        Staff staff = Callers.staff(caller);
        return Mono.zip(desk.find(id, staff), desk.possibleDuplicates(id, staff))
                .map(both -> both.getT2().stream()
                        .map(earlier -> DuplicateView.of(earlier, both.getT1().aggregate()))
                        .toList())
                .switchIfEmpty(Mono.error(CaseController::noSuchCase));
    }

    @GetMapping("/{id}")
    @ItemAnswers
    @Operation(operationId = "getCase", summary = "One case, with its history and what the caller may do next")
    Mono<ResponseEntity<CaseView>> get(
            @Parameter(description = "The report's id") @PathVariable String id, Caller caller) {
        Staff staff = Callers.staff(caller);
        return desk.find(id, staff)
                .map(found -> answer(CaseView.of(found.aggregate(), found.version(), staff)))
                .switchIfEmpty(Mono.error(CaseController::noSuchCase));
    }

    static ResponseEntity<CaseView> answer(CaseView view) {
        return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
    }

    static RuntimeException noSuchCase() {
        return Problem.notFound("such case").asException();
    }
}
