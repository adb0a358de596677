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
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.SortingCentre;
import io.twingrid.escalation.domain.CaseFilter;
import io.twingrid.escalation.domain.CasePosition;
import io.twingrid.escalation.domain.Staff;
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
@RequestMapping("/api/escalations")
@Tag(name = "Street cases", description = "What came up from the communities")
class CaseController {
    private final SortingCentre centre;
    private final EscalationSettings settings;
    private final CaseViews views;

    CaseController(SortingCentre centre, CaseViews views, EscalationSettings settings) {
        this.centre = centre;
        this.settings = settings;
        this.views = views;
    }

    @GetMapping
    @ReadAnswers
    @Operation(
            operationId = "listEscalations",
            summary = "The cases that the caller may see, those received last first",
            description = "A coordinator sees those of his street, an officer those that were ever dispatched to his"
                    + " department, leading or joining.")
    Mono<Page<CaseView>> list(
            @Parameter(description = "Id of a street, community or grid") @RequestParam(required = false) @Nullable
                    String area,
            @Parameter(description = "received, dispatched, accepted, on-hold, returned or resolved")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "Id of a department that has the case now, leading or joining")
                    @RequestParam(required = false)
                    @Nullable
                    String department,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Cases on the page, 1 to 100; 20 if absent")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit,
            Caller caller) {
        Staff staff = Callers.staff(caller);
        int size = ListRequest.limit(limit, settings);
        return centre.list(
                        staff,
                        new CaseFilter(area, ListRequest.state(state), department),
                        ListRequest.position(cursor),
                        size + 1)
                .map(found -> Page.of(found, size, item -> ListRequest.cursor(CasePosition.of(item.aggregate())))
                        .map(item -> views.of(item, staff)));
    }

    @GetMapping("/{id}")
    @ItemAnswers
    @Operation(operationId = "getEscalation", summary = "One case, with its history and what the caller may do next")
    Mono<ResponseEntity<CaseView>> get(
            @Parameter(description = "The report's id") @PathVariable String id, Caller caller) {
        Staff staff = Callers.staff(caller);
        return centre.find(id, staff)
                .flatMap(found -> centre.forwardsOf(found.aggregate(), staff)
                        .map(forwards -> answer(views.of(found, staff, forwards))))
                .switchIfEmpty(Mono.error(CaseController::noSuchCase));
    }

    static ResponseEntity<CaseView> answer(CaseView view) {
        return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
    }

    static RuntimeException noSuchCase() {
        return Problem.notFound("such case").asException();
    }
}
