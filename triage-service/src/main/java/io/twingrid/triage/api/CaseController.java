package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Page;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.domain.CasePosition;
import io.twingrid.triage.domain.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The cases as staff read them. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases", description = "What was reported in the caller's areas")
class CaseController {
    private final CommunityDesk desk;
    private final TriageSettings settings;

    CaseController(CommunityDesk desk, TriageSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @GetMapping
    @ReadAnswers
    @Operation(operationId = "listCases", summary = "The cases of the caller's areas, newest report first")
    Mono<Page<CaseView>> list(
            @Parameter(description = "Id of a street, community or grid to keep to")
                    @RequestParam(required = false)
                    @Nullable
                    String area,
            @Parameter(description = "routed, verified, assigned, escalated, resolved, closed or rejected")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Cases on the page, 1 to 100; 20 if absent")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit,
            Caller caller) {
        Staff staff = Callers.staff(caller);
        int size = ListRequest.limit(limit, settings);
        return desk.list(staff, area, ListRequest.state(state), ListRequest.position(cursor), size + 1)
                .map(found -> Page.of(found, size, item -> ListRequest.cursor(CasePosition.of(item.aggregate())))
                        .map(item -> CaseView.of(item.aggregate(), item.version(), staff)));
    }

    @GetMapping("/{id}")
    @CaseAnswers
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
