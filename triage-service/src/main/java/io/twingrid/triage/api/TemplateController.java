package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.ItemAnswers;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TemplateSource;
import io.twingrid.triage.domain.AreaMap;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.Template;
import io.twingrid.triage.domain.Verb;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Texts that staff need not write again and again. */
@RestController
@Tag(name = "Templates", description = "The town's texts for notes and reasons")
class TemplateController {
    private final CommunityDesk desk;
    private final TemplateSource templates;
    private final AreaMap areas;

    TemplateController(CommunityDesk desk, TemplateSource templates, AreaMap areas) {
        this.desk = desk;
        this.templates = templates;
        this.areas = areas;
    }

    @Schema(name = "Template")
    record TemplateView(
            @Schema(description = "What staff choose it by") String name,
            @Schema(description = "Filled in for the case") String text) {}

    @GetMapping("/api/cases/{id}/templates")
    @ItemAnswers
    @Operation(operationId = "listTemplates", summary = "The town's texts for a verb of this case, filled in for it")
    Mono<List<TemplateView>> templates(
            @PathVariable String id,
            @Parameter(description = "One of the verbs of a case") @RequestParam(required = false) @Nullable
                    String verb,
            Caller caller) {
        Verb wanted = Arrays.stream(Verb.values())
                .filter(one -> one.word().equals(verb))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("verb", "is none of " + CaseView.words(List.of(Verb.values())))
                        .asException());
        return desk.find(id, Callers.staff(caller))
                .map(found -> templates.latest().stream()
                        .filter(one ->
                                one.isFor(wanted, found.aggregate().report().category()))
                        .map(one -> view(one, found.aggregate()))
                        .toList())
                .switchIfEmpty(Mono.error(CaseController::noSuchCase));
    }

    private TemplateView view(Template template, CommunityCase theCase) {
        return new TemplateView(template.name(), template.filledFor(theCase, areas));
    }
}
