package io.twingrid.intake.api.open311;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.Reading;
import io.twingrid.intake.api.open311.Format.Answer;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.ReportViews.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code GET requests}, one and many, and tokens. Only what is public is here. */
@Component
final class RequestList {
    private final ReportViews views;
    private final Reading reading;
    private final RequestRecord records;
    private final Open311Settings settings;
    private final Clock clock;

    RequestList(ReportViews views, Reading reading, RequestRecord records, Open311Settings settings, Clock clock) {
        this.views = views;
        this.reading = reading;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Answer> list(Params query, Locale locale) {
        List<String> ids = query.list("service_request_id");
        Flux<ReportView> found = ids.isEmpty()
                ? views.window(window(query))
                : Flux.fromIterable(ids)
                        .take(settings.most())
                        .concatMap(views::find)
                        .filter(ReportView::isPublic);
        return found.collectList().map(all -> answer(all, locale));
    }

    Mono<Answer> one(String id, Locale locale) {
        return reading.seen(id, Caller.ANONYMOUS).map(view -> answer(List.of(view), locale));
    }

    /** Every report has its id at once, so a token is the id itself. */
    Mono<Answer> token(String token) {
        return reading.seen(token, Caller.ANONYMOUS).map(view -> {
            ArrayNode requests = JsonNodeFactory.instance.arrayNode();
            requests.addObject().put("service_request_id", view.report().id()).put("token", token);
            return new Answer("service_requests", requests);
        });
    }

    private Answer answer(List<ReportView> views, Locale locale) {
        ArrayNode requests = JsonNodeFactory.instance.arrayNode();
        views.forEach(view -> records.write(view, locale, requests.addObject()));
        return new Answer("service_requests", requests);
    }

    private Window window(Params query) {
        Instant end = query.time("end_date");
        Instant start = query.time("start_date");
        Instant to = end != null ? end : start != null ? start.plus(settings.window()) : clock.instant();
        Instant from = start != null ? start : to.minus(settings.window());
        if (from.isAfter(to) || from.plus(settings.window()).isBefore(to)) {
            throw Problem.invalid(
                            "start_date",
                            "must be before end_date, by at most "
                                    + settings.window().toDays() + " days")
                    .asException();
        }
        int size = query.whole("page_size", settings.most(), settings.most());
        int page = query.whole("page", 1, 100_000);
        return new Window(from, to, query.list("service_code"), open(query), (page - 1L) * size, size);
    }

    private static @Nullable Boolean open(Params query) {
        List<String> statuses = query.list("status");
        if (!List.of("open", "closed").containsAll(statuses)) {
            throw Problem.invalid("status", "must be open, closed or both").asException();
        }
        return statuses.stream().distinct().count() == 1 ? (Boolean) statuses.contains("open") : null;
    }
}
