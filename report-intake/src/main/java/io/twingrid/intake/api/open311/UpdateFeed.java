package io.twingrid.intake.api.open311;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.intake.Reading;
import io.twingrid.intake.Voices;
import io.twingrid.intake.api.Words;
import io.twingrid.intake.api.open311.Format.Answer;
import io.twingrid.intake.domain.Feedback;
import io.twingrid.intake.domain.PublicWords;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.RequestUpdates;
import io.twingrid.intake.domain.RequestUpdates.Update;
import io.twingrid.intake.domain.Status;
import io.twingrid.intake.domain.TimelineEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code servicerequestupdates} (mySociety's extension): every step of the public stories, and what others tell of theirs. */
@Component
final class UpdateFeed {
    private static final Duration DEFAULT_WINDOW = Duration.ofHours(2);
    private static final Set<String> SOLVED = Set.of("fixed", "closed");
    private static final Set<String> UNSOLVED = Set.of("open", "reopen");

    private final ReportViews views;
    private final RequestUpdates updates;
    private final Reading reading;
    private final Voices voices;
    private final Keys keys;
    private final Open311Settings settings;
    private final Clock clock;

    UpdateFeed(
            ReportViews views,
            RequestUpdates updates,
            Reading reading,
            Voices voices,
            Keys keys,
            Open311Settings settings,
            Clock clock) {
        this.views = views;
        this.updates = updates;
        this.reading = reading;
        this.voices = voices;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Answer> list(Params query, Locale locale) {
        Instant end = query.time("end_date");
        Instant start = query.time("start_date");
        Instant to = end == null ? clock.instant() : end;
        Instant from = start == null ? to.minus(DEFAULT_WINDOW) : start;
        if (from.isAfter(to) || from.plus(settings.window()).isBefore(to)) {
            throw Problem.invalid("start_date", "must be before end_date, within the allowed time")
                    .asException();
        }
        return views.updatedSince(from, settings.most()).collectList().map(found -> answer(found, from, to, locale));
    }

    private static Answer answer(List<ReportView> views, Instant from, Instant to, Locale locale) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (ReportView view : views) {
            Status status = Status.SUBMITTED;
            for (int i = 0; i < view.timeline().size(); i++) {
                TimelineEntry entry = view.timeline().get(i);
                status = Objects.requireNonNullElse(entry.status(), status);
                if (i > 0 && !entry.at().isBefore(from) && !entry.at().isAfter(to)) {
                    all.addObject()
                            .put("update_id", view.report().id() + "-" + i)
                            .put("service_request_id", view.report().id())
                            .put("status", word(status))
                            .put("updated_datetime", RequestRecord.time(entry.at()))
                            .put("description", PublicWords.of(Words.of(entry, locale)))
                            .putNull("media_url");
                }
            }
        }
        return new Answer("service_request_updates", all);
    }

    Mono<Answer> post(Params form) {
        return keys.client(form).flatMap(client -> {
            String updateId = form.required("update_id");
            String status = form.required("status").toLowerCase(Locale.ROOT);
            String reportId = form.required("service_request_id");
            Update update =
                    new Update(client.name(), updateId, reportId, status, form.get("description"), clock.instant());
            if (updateId.length() > 100) {
                throw Problem.invalid("update_id", "at most 100 characters").asException();
            }
            return reading.seenByClient(reportId, client)
                    .flatMap(view -> updates.keep(update).flatMap(isNew -> isNew ? pass(update, view) : Mono.empty()))
                    .thenReturn(answer(updateId));
        });
    }

    // Once there is a result, the sender's "fixed" and "open" are what a reporter's feedback is.
    private Mono<Void> pass(Update update, ReportView view) {
        boolean judges = SOLVED.contains(update.status()) || UNSOLVED.contains(update.status());
        return judges && voices.canBeJudged(view)
                ? voices.judged(view, new Feedback(SOLVED.contains(update.status()), null, update.description()), null)
                : Mono.empty();
    }

    private static Answer answer(String updateId) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        all.addObject().put("update_id", updateId);
        return new Answer("service_request_updates", all);
    }

    private static String word(Status status) {
        return switch (status) {
            case SUBMITTED -> "open";
            case ROUTED -> "for_triage";
            case VERIFIED -> "investigating";
            case ASSIGNED, DISPATCHED -> "in_progress";
            case ESCALATED -> "internal_referral";
            case ON_HOLD -> "planned";
            case RESOLVED -> "fixed";
            case CLOSED -> "closed";
            case REJECTED -> "no_further_action";
            case MERGED -> "duplicate";
        };
    }
}
