package io.twingrid.triage.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problems;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.ReadAnswers;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.Staff;
import io.twingrid.triage.domain.Verb;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** One verb for a selection of cases; each has an outcome of its own. */
@RestController
@Tag(name = "Verbs: for a selection", description = "One verb for many cases")
class ActionsController {
    private static final int SIDE_BY_SIDE = 8;

    private final CaseVerbs verbs;
    private final CommandReader commands;
    private final int largestSelection;

    ActionsController(CommunityDesk desk, TriageSettings settings, Clock clock, JsonMapper json) {
        this.verbs = new CaseVerbs(desk, settings, clock);
        this.commands = new CommandReader(json);
        this.largestSelection = settings.largestSelection();
    }

    @Schema(name = "ActionRequest")
    record Action(
            @Schema(description = "One of the verbs of a case", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String verb,

            @Schema(description = "What the verb's own operation takes") @Nullable
            Map<String, Object> body,

            @Schema(description = "1 to 100 cases", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<Item> items) {}

    @Schema(name = "ActionItem")
    record Item(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String id,

            @Schema(description = "The version that the caller has seen, if it matters") @Nullable
            Long version) {}

    @Schema(name = "ActionAnswer")
    record Answer(List<Done> items) {}

    @Schema(name = "ActionOutcome")
    record Done(
            String id,

            @Schema(description = "What the verb's own operation would have answered")
            int status,

            @Schema(name = "case", description = "The case as it is now, if it was done")
            @JsonProperty("case")
            @Nullable
            CaseView theCase,

            @Schema(description = "Why it was not done") @Nullable
            ProblemDetail problem) {
        static Done of(CaseView view) {
            return new Done(view.id(), 200, view, null);
        }

        static Done of(String id, Throwable e) {
            Problem problem = Problems.of(e);
            return new Done(id, problem.status().value(), null, problem.document());
        }
    }

    @PostMapping("/api/cases/actions")
    @ReadAnswers
    @Operation(
            operationId = "actOnCases",
            summary = "One verb for a selection; the answer has each case's own outcome, in the request's order")
    Mono<Answer> act(@RequestBody Action action, Caller caller) {
        Staff staff = Callers.staff(caller);
        Command command = commands.read(verb(action.verb()), action.body(), verbs.fields());
        return Flux.fromIterable(selection(action.items()))
                .flatMapSequential(item -> done(item, command, staff), SIDE_BY_SIDE)
                .collectList()
                .map(Answer::new);
    }

    private Mono<Done> done(Item item, Command command, Staff staff) {
        String id = String.valueOf(item.id());
        return verbs.ask(id, item.version(), command, staff)
                .map(Done::of)
                .onErrorResume(e -> Mono.just(Done.of(id, e)));
    }

    private List<Item> selection(@Nullable List<Item> items) {
        if (items == null || items.isEmpty() || items.size() > largestSelection) {
            throw Problem.invalid("items", "must name 1 to " + largestSelection + " cases")
                    .asException();
        }
        if (items.stream().anyMatch(item -> item == null || item.id() == null)) {
            throw Problem.invalid("items.id", "is needed").asException();
        }
        return items;
    }

    private static Verb verb(@Nullable String word) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("verb", "is none of " + CaseView.words(List.of(Verb.values())))
                        .asException());
    }
}
