package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.escalation.domain.Counter;
import io.twingrid.escalation.domain.FigureFilter;
import io.twingrid.escalation.domain.Figures;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counters and rates. */
@Schema(
        name = "StreetFigures",
        description = "Counters, and rates of 0 to 1; a rate is absent while there is nothing to divide by.")
record FiguresView(
        @Schema(description = "First month", example = "2026-11")
        String from,

        @Schema(description = "Last month", example = "2026-11")
        String to,

        @Nullable String area,
        @Nullable String category,

        @Schema(
                description =
                        "received; dispatched by people, and dispatchedLate of those; accepted; declined; urged; held;"
                                + " extended; returned; resolved, and resolvedLate of those; reworked: came back to a department;"
                                + " judged: resolutions of which the reporter said something, satisfied: of those, the"
                                + " ones of which he said, the last time, that it is done, both in the month of the"
                                + " resolution")
        Map<String, Long> counters,

        @Schema(description = "响应率, response rate: accepted ÷ dispatched") @Nullable
        Double responseRate,

        @Schema(description = "解决率, resolution rate: resolved ÷ received") @Nullable
        Double resolutionRate,

        @Schema(description = "满意率, satisfaction rate: satisfied ÷ judged") @Nullable
        Double satisfactionRate,

        @Schema(description = "(dispatched − dispatchedLate) ÷ dispatched") @Nullable
        Double dispatchOnTimeRate,

        @Schema(description = "dispatchedLate ÷ dispatched") @Nullable
        Double dispatchLateRate,

        @Schema(description = "(resolved − resolvedLate) ÷ resolved") @Nullable
        Double resolveOnTimeRate,

        @Schema(description = "resolvedLate ÷ resolved") @Nullable
        Double resolveLateRate,

        @Schema(description = "返工率, rework rate: reworked ÷ resolved") @Nullable
        Double reworkRate,

        @Schema(description = "挂账率, hold rate: held ÷ received") @Nullable
        Double holdRate,

        @Schema(description = "延期率, extension rate: extended ÷ dispatched") @Nullable
        Double extensionRate) {

    static FiguresView of(FigureFilter filter, Figures figures) {
        long dispatchedLate = figures.count(Counter.DISPATCHED_LATE);
        long resolvedLate = figures.count(Counter.RESOLVED_LATE);
        return new FiguresView(
                filter.from().toString(),
                filter.to().toString(),
                filter.area(),
                filter.category(),
                counters(figures),
                figures.rate(figures.count(Counter.ACCEPTED), Counter.DISPATCHED),
                figures.rate(figures.count(Counter.RESOLVED), Counter.RECEIVED),
                figures.rate(figures.count(Counter.SATISFIED), Counter.JUDGED),
                figures.rate(figures.count(Counter.DISPATCHED) - dispatchedLate, Counter.DISPATCHED),
                figures.rate(dispatchedLate, Counter.DISPATCHED),
                figures.rate(figures.count(Counter.RESOLVED) - resolvedLate, Counter.RESOLVED),
                figures.rate(resolvedLate, Counter.RESOLVED),
                figures.rate(figures.count(Counter.REWORKED), Counter.RESOLVED),
                figures.rate(figures.count(Counter.HELD), Counter.RECEIVED),
                figures.rate(figures.count(Counter.EXTENDED), Counter.DISPATCHED));
    }

    private static Map<String, Long> counters(Figures figures) {
        Map<String, Long> named = new TreeMap<>();
        for (Counter counter : Counter.values()) {
            named.put(name(counter), figures.count(counter));
        }
        return named;
    }

    private static String name(Counter counter) {
        return switch (counter) {
            case RECEIVED -> "received";
            case DISPATCHED -> "dispatched";
            case DISPATCHED_LATE -> "dispatchedLate";
            case ACCEPTED -> "accepted";
            case DECLINED -> "declined";
            case URGED -> "urged";
            case HELD -> "held";
            case EXTENDED -> "extended";
            case RETURNED -> "returned";
            case RESOLVED -> "resolved";
            case RESOLVED_LATE -> "resolvedLate";
            case REWORKED -> "reworked";
            case JUDGED -> "judged";
            case SATISFIED -> "satisfied";
        };
    }
}
