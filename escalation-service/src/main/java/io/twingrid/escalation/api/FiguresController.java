package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.ReadAnswers;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.StreetFigures;
import io.twingrid.escalation.domain.FigureFilter;
import io.twingrid.escalation.domain.Staff;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the street does, in numbers. */
@RestController
@Tag(name = "Figures", description = "Counters and rates of dispatching and resolving")
class FiguresController {
    private final StreetFigures figures;
    private final EscalationSettings settings;
    private final Clock clock;

    FiguresController(StreetFigures figures, EscalationSettings settings, Clock clock) {
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/api/escalations/figures")
    @ReadAnswers
    @Operation(
            operationId = "getStreetFigures",
            summary = "Counters and rates of the caller's street, for coordinators",
            description =
                    "Each counter counts facts, in the month in which they happened; what the reporter says of a resolution"
                            + " counts in the month of the resolution. The three rates (三率) are responseRate,"
                            + " resolutionRate and satisfactionRate; numerator and denominator stand with each.")
    Mono<FiguresView> figures(
            @Parameter(description = "Id of a street or community") @RequestParam(required = false) @Nullable
                    String area,
            @Parameter(description = "Code in the town's catalogue") @RequestParam(required = false) @Nullable
                    String category,
            @Parameter(description = "First month, such as 2026-11; this month if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last month; `from` if absent") @RequestParam(required = false) @Nullable
                    String to,
            Caller caller) {
        Staff staff = Callers.staff(caller);
        if (!staff.admin() && staff.streets().isEmpty()) {
            throw Problem.forbidden("The street's figures are for its coordinators.")
                    .asException();
        }
        YearMonth first = from == null ? figures.monthOf(clock.instant()) : month("from", from);
        YearMonth last = to == null ? first : month("to", to);
        if (last.isBefore(first) || !last.isBefore(first.plusMonths(settings.mostMonths()))) {
            throw Problem.invalid("to", "must be `from` or later, and within " + settings.mostMonths() + " months")
                    .asException();
        }
        FigureFilter filter = new FigureFilter(staff.admin() ? null : staff.streets(), area, category, first, last);
        return figures.sum(filter).map(sum -> FiguresView.of(filter, sum));
    }

    private static YearMonth month(String field, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "is not a month, such as 2026-11").asException();
        }
    }
}
