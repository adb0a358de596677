package io.twingrid.points.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Page;
import io.twingrid.points.Observing;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.TrackRecords;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.observer.Training;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Observers: they apply, learn, and are appointed; what they ride, and what became of their reports. */
@RestController
@RequestMapping("/api/observers")
@Tag(name = "Observers")
@ApiResponse(responseCode = "200")
@Answers.Personal
class ObserversController {
    private final Observing observing;
    private final Observers observers;
    private final TrackRecords records;
    private final Training training;
    private final PointsSettings settings;

    ObserversController(
            Observing observing,
            Observers observers,
            TrackRecords records,
            Training training,
            PointsSettings settings) {
        this.observing = observing;
        this.observers = observers;
        this.records = records;
        this.training = training;
        this.settings = settings;
    }

    /** What somebody says of himself. */
    record Application(
            @NotBlank @Size(max = 40) String name,
            @Nullable @Size(max = 80) String employer,
            @Nullable @Size(max = 40) String trade,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> roads,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> grids) {
        Observer.Profile toProfile() {
            return new Observer.Profile(name, employer, trade, roads, grids);
        }
    }

    /** Where he rides now. */
    record Rides(
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> roads,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) String> grids) {}

    /** Index of the chosen answer, from 0, by the question's id. */
    record Answered(@NotNull @Size(max = 100) Map<String, Integer> answers) {}

    /** Whether the standings show a number instead of a name. */
    record Visibility(boolean hidden) {}

    /** Why. */
    record Reason(@NotBlank @Size(max = 500) String reason) {}

    /** An observer and what became of his reports. */
    record ObserverView(Observer observer, TrackRecords.TrackRecord record) {}

    /** A module as it is learnt: without the answers. */
    record ModuleView(String id, Training.Text title, Training.Text text, int passMark, List<QuestionView> questions) {
        static ModuleView of(Training.Module module) {
            return new ModuleView(
                    module.id(),
                    module.title(),
                    module.text(),
                    module.passMark(),
                    module.questions().stream()
                            .map(question -> new QuestionView(question.id(), question.text(), question.choices()))
                            .toList());
        }
    }

    /** A question without its answer. */
    record QuestionView(String id, Training.Text text, List<Training.Text> choices) {}

    @GetMapping("/training")
    @Operation(summary = "The training modules with their questions")
    List<ModuleView> training() {
        return training.modules().stream().map(ModuleView::of).toList();
    }

    @GetMapping
    @Operation(summary = "Observers in one state, in the order of their ids; for staff")
    @Answers.Checked
    Mono<Page<Observer>> list(
            @RequestParam(defaultValue = "APPLIED") Observer.State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Paging.size(limit, settings);
        return observers
                .inState(state, Paging.text(cursor), size + 1)
                .collectList()
                .map(found -> Page.of(found, size, Observer::id));
    }

    @GetMapping("/{observerId}")
    @Operation(summary = "An observer's profile, with the counts of his reports and their valid rate")
    @Answers.Missing
    Mono<ObserverView> one(@PathVariable String observerId) {
        return observers.find(observerId).switchIfEmpty(missing()).flatMap(observer -> records.of(observerId)
                .map(record -> new ObserverView(observer, record)));
    }

    @DeleteMapping("/{observerId}")
    @Operation(
            summary = "Forget who an observer is",
            description =
                    "Name, employer, trade, roads and grids go for good, an appointment ends, and the standings show a"
                            + " number. The ledger stays under the pseudonym and still adds up. By the observer or by staff.")
    @Answers.Missing
    Mono<Observer> forget(@PathVariable String observerId, Caller caller) {
        return observing.forget(observerId, caller.requiredId()).switchIfEmpty(missing());
    }

    @PostMapping("/{observerId}/apply")
    @Operation(summary = "Ask to become an observer, or mend the application")
    @Answers.Checked
    @Answers.Refusable
    Mono<Observer> apply(@PathVariable String observerId, @Valid @RequestBody Application application) {
        return observing.apply(observerId, application.toProfile());
    }

    @PostMapping("/{observerId}/training/{module}")
    @Operation(summary = "Answer a module's questions; what was passed stays passed")
    @Answers.Checked
    @Answers.Missing
    Mono<Observing.Score> answer(
            @PathVariable String observerId, @PathVariable String module, @Valid @RequestBody Answered answered) {
        return observing.answer(observerId, module, answered.answers()).switchIfEmpty(missing());
    }

    @PutMapping("/{observerId}/rides")
    @Operation(summary = "Say which roads and grids one rides now")
    @Answers.Checked
    @Answers.Missing
    Mono<Observer> ride(@PathVariable String observerId, @Valid @RequestBody Rides rides) {
        return observing.ride(observerId, rides.roads(), rides.grids()).switchIfEmpty(missing());
    }

    @PutMapping("/{observerId}/standings")
    @Operation(summary = "Be shown in the standings as a number only, or by name again")
    @Answers.Missing
    Mono<Observer> hide(@PathVariable String observerId, @Valid @RequestBody Visibility visibility) {
        return observing.hide(observerId, visibility.hidden()).switchIfEmpty(missing());
    }

    @PostMapping("/{observerId}/appoint")
    @Operation(summary = "Appoint an applicant who has passed all modules, or lift a suspension")
    @Answers.Missing
    @Answers.Refusable
    Mono<Observer> appoint(@PathVariable String observerId, Caller caller) {
        return observing.appoint(observerId, caller.requiredId()).switchIfEmpty(missing());
    }

    @PostMapping("/{observerId}/{verb:decline|suspend|revoke}")
    @Operation(summary = "Decline an application, suspend or revoke an appointment, with the reason")
    @Answers.Checked
    @Answers.Missing
    @Answers.Refusable
    Mono<Observer> end(
            @PathVariable String observerId,
            @PathVariable String verb,
            @Valid @RequestBody Reason reason,
            Caller caller) {
        String by = caller.requiredId();
        Mono<Observer> changed =
                switch (verb) {
                    case "decline" -> observing.decline(observerId, reason.reason());
                    case "suspend" -> observing.suspend(observerId, by, reason.reason());
                    default -> observing.revoke(observerId, by, reason.reason());
                };
        return changed.switchIfEmpty(missing());
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> Problem.notFound("such observer or module").asException());
    }
}
