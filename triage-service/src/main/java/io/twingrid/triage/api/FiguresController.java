package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.ReadAnswers;
import io.twingrid.triage.CommunityDesk;
import io.twingrid.triage.DeskFigures;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.domain.Figure;
import io.twingrid.triage.domain.Staff;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How many cases there are, and how well they are dealt with. Both follow the cases within about a second. */
@RestController
@Tag(name = "Figures", description = "Counters and rates of the caller's areas, a second behind the cases at most")
class FiguresController {
    private final CommunityDesk desk;
    private final DeskFigures figures;
    private final TriageSettings settings;
    private final Clock clock;

    FiguresController(CommunityDesk desk, DeskFigures figures, TriageSettings settings, Clock clock) {
        this.desk = desk;
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
    }

    @Schema(
            name = "Figures",
            description =
                    "All of reports that were submitted in the months asked for (by the town's clock), as they stand now. A rate is"
                            + " absent while its denominator is 0.")
    record FiguresView(
            @Schema(
                    description =
                            "received: reports that came to a desk. responded: of these, verified, rejected or merged."
                                    + " valid: verified and not rejected afterwards. verifiedInTime, verifiedLate: by"
                                    + " verifyBy, or not. resolved: done and not open again, here or at the street."
                                    + " resolvedInTime, resolvedLate: by resolveBy, or not. judged: the reporter said"
                                    + " something of the outcome. satisfied: he said solved, the last time. reworked,"
                                    + " held, extended, escalated: at least once. rejected, merged: now.")
            Map<String, Long> counters,

            @Schema(description = "响应率: responded ÷ received") @Nullable
            Double responseRate,

            @Schema(description = "解决率: resolved ÷ valid") @Nullable
            Double resolutionRate,

            @Schema(description = "满意率: satisfied ÷ judged") @Nullable
            Double satisfactionRate,

            @Schema(description = "valid ÷ received") @Nullable
            Double validRate,

            @Schema(description = "verifiedInTime ÷ (verifiedInTime + verifiedLate)") @Nullable
            Double verifiedInTimeRate,

            @Schema(description = "verifiedLate ÷ (verifiedInTime + verifiedLate)") @Nullable
            Double verifiedLateRate,

            @Schema(description = "resolvedInTime ÷ (resolvedInTime + resolvedLate)") @Nullable
            Double resolvedInTimeRate,

            @Schema(description = "resolvedLate ÷ (resolvedInTime + resolvedLate)") @Nullable
            Double resolvedLateRate,

            @Schema(description = "reworked ÷ valid") @Nullable
            Double reworkRate,

            @Schema(description = "held ÷ valid") @Nullable Double holdRate,

            @Schema(description = "extended ÷ valid") @Nullable
            Double extensionRate) {
        static FiguresView of(Map<String, Long> counted) {
            Map<String, Long> all = new TreeMap<>();
            for (Figure figure : Figure.values()) {
                all.put(figure.word(), counted.getOrDefault(figure.word(), 0L));
            }
            long valid = of(all, Figure.VALID);
            long received = of(all, Figure.RECEIVED);
            return new FiguresView(
                    all,
                    rate(of(all, Figure.RESPONDED), received),
                    rate(of(all, Figure.RESOLVED), valid),
                    rate(of(all, Figure.SATISFIED), of(all, Figure.JUDGED)),
                    rate(valid, received),
                    share(all, Figure.VERIFIED_IN_TIME, Figure.VERIFIED_LATE),
                    share(all, Figure.VERIFIED_LATE, Figure.VERIFIED_IN_TIME),
                    share(all, Figure.RESOLVED_IN_TIME, Figure.RESOLVED_LATE),
                    share(all, Figure.RESOLVED_LATE, Figure.RESOLVED_IN_TIME),
                    rate(of(all, Figure.REWORKED), valid),
                    rate(of(all, Figure.HELD), valid),
                    rate(of(all, Figure.EXTENDED), valid));
        }

        private static long of(Map<String, Long> counters, Figure figure) {
            return counters.getOrDefault(figure.word(), 0L);
        }

        private static @Nullable Double share(Map<String, Long> counters, Figure one, Figure other) {
            return rate(of(counters, one), of(counters, one) + of(counters, other));
        }

        private static @Nullable Double rate(long numerator, long denominator) {
            return denominator == 0 ? null : (double) numerator / denominator;
        }
    }

    @GetMapping("/api/cases/counters")
    @ReadAnswers
    @Operation(operationId = "countCases", summary = "How many cases there are, by state and in it by light")
    Mono<Map<String, Map<String, Long>>> counters(
            @Parameter(description = "Id of a street, community or grid to keep to")
                    @RequestParam(required = false)
                    @Nullable
                    String area,
            Caller caller) {
        return figures.desk(desk.areasFor(Callers.staff(caller), area)).map(counted -> {
            Map<String, Map<String, Long>> byState = new TreeMap<>();
            counted.forEach((field, n) -> {
                int colon = field.indexOf(':');
                byState.computeIfAbsent(field.substring(0, colon), state -> new TreeMap<>())
                        .put(field.substring(colon + 1), n);
            });
            return byState;
        });
    }

    @GetMapping("/api/cases/figures")
    @ReadAnswers
    @Operation(
            operationId = "figuresOfCases",
            summary = "The three rates (三率) and what is behind them, by area, category and months, or of one observer")
    Mono<FiguresView> figures(
            @Parameter(description = "Id of a street, community or grid to keep to")
                    @RequestParam(required = false)
                    @Nullable
                    String area,
            @Parameter(description = "Code in the town's catalogue; all if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String category,
            @Parameter(description = "First month, such as 2026-11; this one if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last month; the first if absent") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(description = "Id of an observer: only received and valid, of all areas; for administrators")
                    @RequestParam(required = false)
                    @Nullable
                    String observer,
            Caller caller) {
        Staff staff = Callers.staff(caller);
        YearMonth first = month("from", from, YearMonth.now(clock.withZone(settings.zone())));
        YearMonth last = month("to", to, first);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(settings.mostMonths() - 1L))) {
            throw Problem.invalid("to", "is 1 to " + settings.mostMonths() + " months long, from the first on")
                    .asException();
        }
        var months = Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
        if (observer == null) {
            return figures.figures(desk.areasFor(staff, area), category, months).map(FiguresView::of);
        }
        if (!staff.isAdmin()) {
            throw Problem.forbidden("The figures of one person are for administrators.")
                    .asException();
        }
        return figures.observer(observer, months).map(FiguresView::of);
    }

    private static YearMonth month(String field, @Nullable String text, YearMonth otherwise) {
        try {
            return text == null ? otherwise : YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "is not a month such as 2026-11").asException();
        }
    }
}
