package io.twingrid.points.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.Page;
import io.twingrid.points.Participating;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.Staff;
import io.twingrid.points.domain.activity.Activities;
import io.twingrid.points.domain.activity.Activity;
import io.twingrid.points.domain.activity.Activity.Participant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Activities: seen by everybody, kept by the points staff, taken part in by observers. */
@RestController
@RequestMapping("/api/activities")
@Tag(name = "Activities")
@ApiResponse(responseCode = "200")
class ActivitiesController {
    private final Participating participating;
    private final Activities activities;
    private final PointsSettings settings;

    ActivitiesController(Participating participating, Activities activities, PointsSettings settings) {
        this.participating = participating;
        this.activities = activities;
        this.settings = settings;
    }

    /**
     * An activity as the staff describe it.
     *
     * @param points for whoever was there
     */
    record Plan(
            @NotBlank @Size(max = 80) String title,
            @NotBlank @Size(max = 80) String titleEn,
            @NotBlank @Size(max = 1000) String description,
            @NotBlank @Size(max = 200) String place,
            @NotNull Instant from,
            @NotNull Instant until,
            @Min(1) @Max(500) int places,
            @Min(0) @Max(1000) long points) {}

    /** An activity as everybody sees it, and how the caller takes part. */
    record ActivityView(
            String id,
            String title,
            String titleEn,
            String description,
            String place,
            Instant from,
            Instant until,
            int places,
            int free,
            long points,
            boolean signedUp,
            @Nullable Instant attendedAt) {
        static ActivityView of(Activity activity, Caller caller) {
            Participant me = caller.id() == null
                    ? null
                    : activity.participant(caller.id()).orElse(null);
            return new ActivityView(
                    activity.id(),
                    activity.title(),
                    activity.titleEn(),
                    activity.description(),
                    activity.place(),
                    activity.from(),
                    activity.until(),
                    activity.places(),
                    activity.free(),
                    activity.points(),
                    me != null,
                    me == null ? null : me.attendedAt());
        }
    }

    /** The code that is shown on site. */
    record Code(@NotBlank @Pattern(regexp = "\\d{6}") String code) {}

    /** Who was there. */
    record Attendance(@NotBlank @Size(max = 200) String observerId) {}

    @GetMapping
    @Operation(summary = "Activities, the latest to begin first")
    @Answers.Checked
    Mono<Page<ActivityView>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        int size = Paging.size(limit, settings);
        return activities.list(Paging.place(cursor), size + 1).collectList().map(found -> Page.of(
                        found, size, ActivitiesController::position)
                .map(activity -> ActivityView.of(activity, caller)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One activity")
    @Answers.Missing
    Mono<ActivityView> one(@PathVariable String id, Caller caller) {
        return view(activities.find(id), caller);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Put an activity in, or change it; not fewer places than are taken")
    @Answers.Personal
    @Answers.Checked
    @Answers.Refusable
    Mono<ActivityView> put(@PathVariable String id, @Valid @RequestBody Plan plan, Caller caller) {
        if (!plan.from().isBefore(plan.until())) {
            throw Problem.invalid("until", "later than from").asException();
        }
        Activity activity = new Activity(
                Ids.checked(id),
                plan.title(),
                plan.titleEn(),
                plan.description(),
                plan.place(),
                plan.from(),
                plan.until(),
                plan.places(),
                plan.points(),
                participating.newSecret(),
                List.of());
        return view(participating.put(activity), caller);
    }

    @PostMapping("/{id}/sign-up")
    @Operation(summary = "Take a place")
    @Answers.Personal
    @Answers.Missing
    @Answers.Refusable
    Mono<ActivityView> signUp(@PathVariable String id, Caller caller) {
        return view(participating.signUp(id, caller.requiredId()), caller);
    }

    @PostMapping("/{id}/leave")
    @Operation(summary = "Give one's place back, before it begins")
    @Answers.Personal
    @Answers.Missing
    @Answers.Refusable
    Mono<ActivityView> leave(@PathVariable String id, Caller caller) {
        return view(participating.leave(id, caller.requiredId()), caller);
    }

    @PostMapping("/{id}/attend")
    @Operation(
            summary = "Say that one is there, by the code that is shown on site",
            description = "Not for staff, who see the code wherever they are: another notes their attendance.")
    @Answers.Personal
    @Answers.Checked
    @Answers.Missing
    @Answers.Refusable
    Mono<ActivityView> attend(@PathVariable String id, @Valid @RequestBody Code code, Caller caller) {
        if (Staff.is(caller)) {
            throw Problem.forbidden("Who can see the code cannot use it: another of the staff notes your attendance.")
                    .asException();
        }
        return view(participating.attendByCode(id, caller.requiredId(), code.code()), caller);
    }

    @GetMapping("/{id}/code")
    @Operation(summary = "The code to show on site; another every 30 seconds (RFC 6238)")
    @Answers.Personal
    @Answers.Missing
    Mono<Participating.Shown> code(@PathVariable String id) {
        return participating.code(id).switchIfEmpty(missing());
    }

    @GetMapping("/{id}/participants")
    @Operation(summary = "Who signed up, and who was there; for staff")
    @Answers.Personal
    @Answers.Missing
    Mono<List<Participant>> participants(@PathVariable String id) {
        return activities.find(id).map(Activity::participants).switchIfEmpty(missing());
    }

    @PostMapping("/{id}/attendance")
    @Operation(summary = "Note that somebody who signed up was there; for staff")
    @Answers.Personal
    @Answers.Checked
    @Answers.Missing
    @Answers.Refusable
    Mono<ActivityView> attendance(@PathVariable String id, @Valid @RequestBody Attendance attendance, Caller caller) {
        String by = caller.requiredId();
        if (by.equals(attendance.observerId())) {
            throw Problem.forbidden("Nobody notes his own attendance.").asException();
        }
        return view(participating.attend(id, attendance.observerId(), by), caller);
    }

    private static Mono<ActivityView> view(Mono<Activity> activity, Caller caller) {
        return activity.map(found -> ActivityView.of(found, caller)).switchIfEmpty(missing());
    }

    private static String position(Activity activity) {
        return Cursor.at(activity.from(), activity.id());
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> Problem.notFound("such activity").asException());
    }
}
