package io.twingrid.intake;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problem.FieldError;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.domain.Feedback;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.Status;
import io.twingrid.intake.events.ReportFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What people say about a report that is there: that they see it too, and how it turned out. */
public final class Voices {
    private static final Set<Status> JUDGED_IN = EnumSet.of(Status.RESOLVED, Status.CLOSED);
    private static final int LONGEST_COMMENT = 1000;

    private final Reading reading;
    private final ReportFacts facts;
    private final IntakeSettings settings;
    private final Clock clock;

    Voices(Reading reading, ReportFacts facts, IntakeSettings settings, Clock clock) {
        this.settings = settings;
        this.reading = reading;
        this.facts = facts;
        this.clock = clock;
    }

    /** The caller sees it too. Saying so again changes nothing, nor does the reporter's own saying so. */
    public Mono<Void> support(String id, Caller caller) {
        return reading.seen(id, caller)
                .filter(view -> !view.isReportedBy(caller.id()))
                .flatMap(view -> facts.supported(id, caller.requiredId(), clock.instant()));
    }

    /** The reporter says whether it is solved; 403 for anybody else who sees it, 409 before there is a result and after the time for it. */
    public Mono<Void> judge(String id, Feedback feedback, Caller caller) {
        return reading.seen(id, caller).flatMap(view -> {
            if (!view.isReportedBy(caller.id())) {
                throw Problem.forbidden("Only the person who reported it can say how it turned out.")
                        .asException();
            }
            return judged(view, feedback, caller.requiredId());
        });
    }

    /** Whether there is a result, and still time to say how it turned out. */
    public boolean canBeJudged(ReportView view) {
        Instant closedAt = view.closedAt();
        return JUDGED_IN.contains(view.status())
                && closedAt != null
                && clock.instant().isBefore(closedAt.plus(settings.feedbackWithin()));
    }

    /**
     * Passes on what the reporter says; said again, the later counts.
     *
     * @param by who says it, or null for somebody without a name
     */
    public Mono<Void> judged(ReportView view, Feedback feedback, @Nullable String by) {
        Integer satisfaction = feedback.satisfaction();
        if (satisfaction != null && (satisfaction < 1 || satisfaction > 5)) {
            return Mono.error(Problem.invalid("satisfaction", "from 1 (not at all) to 5 (very)")
                    .asException());
        }
        if (feedback.comment() != null && feedback.comment().length() > LONGEST_COMMENT) {
            return Mono.error(
                    Problem.invalid(List.of(new FieldError("comment", "at most " + LONGEST_COMMENT + " characters")))
                            .asException());
        }
        if (!canBeJudged(view)) {
            return Mono.error(Problem.refused(
                            JUDGED_IN.contains(view.status())
                                    ? "The time for it is over: "
                                            + settings.feedbackWithin().toDays() + " days."
                                    : "There is no result yet; the report is "
                                            + view.status().word() + ".",
                            List.of())
                    .asException());
        }
        return facts.feedbackGiven(view.report().id(), by, feedback, clock.instant());
    }
}
