package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.intake.IntakeSettings;
import io.twingrid.intake.domain.Statistics;
import io.twingrid.intake.domain.Tally.Dimension;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How much there is, and how well it goes: the counters that the town shows on its wall. */
@RestController
@Tag(name = "Statistics", description = "How much there is, and how well it goes")
class StatisticsController {
    private static final int MOST_DAYS = 366;
    private static final int DEFAULT_DAYS = 30;

    private final Statistics statistics;
    private final IntakeSettings settings;
    private final Clock clock;

    StatisticsController(Statistics statistics, IntakeSettings settings, Clock clock) {
        this.statistics = statistics;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/api/statistics")
    @Operation(
            operationId = "readStatistics",
            summary = "Reports in numbers, by day, area, category, level or channel",
            description =
                    "Counts are of what happened on those days. Rates are null where there is nothing to divide by:"
                            + " response = verified, rejected or merged of submitted (of routed, by area and level);"
                            + " resolution = resolved, less reopened, of verified; satisfaction = solved of feedback.")
    @ApiResponse(responseCode = "200", description = "One item for each value that something was counted under")
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is wrong; `errors` names it",
            content = {})
    Mono<Numbers> read(
            @Parameter(description = "First day; 30 days before the last if it is not said")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day; today if it is not said")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate to,
            @Parameter(schema = @Schema(allowableValues = {"day", "area", "category", "level", "channel"}))
                    @RequestParam(defaultValue = "day")
                    String by) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), settings.zone()) : to;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS) : from;
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw Problem.invalid("from", "must not be behind to, nor more than " + MOST_DAYS + " days before it")
                    .asException();
        }
        return statistics
                .read(dimension(by), first.toString(), last.toString())
                .collectMultimap(Statistics.Counts::value, Statistics.Counts::counts, TreeMap::new)
                .map(found -> new Numbers(
                        first,
                        last,
                        found.entrySet().stream()
                                .map(entry -> Item.of(entry.getKey(), List.copyOf(entry.getValue())))
                                .toList()));
    }

    private static Dimension dimension(String by) {
        try {
            return Dimension.valueOf(by.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("by", "must be day, area, category, level or channel")
                    .asException();
        }
    }

    record Numbers(LocalDate from, LocalDate to, List<Item> items) {}

    /** The counts under one value, and the three rates (三率), from 0 to 1. */
    @Schema(name = "StatisticsItem")
    record Item(
            @Schema(example = "tieshan") String key,
            Map<String, Long> counts,
            @Nullable Double responseRate,
            @Nullable Double resolutionRate,
            @Nullable Double satisfactionRate) {
        static Item of(String key, List<Map<String, Long>> days) {
            Map<String, Long> counts = new TreeMap<>();
            days.forEach(day -> day.forEach((what, count) -> counts.merge(what, count, Long::sum)));
            long answered = sum(counts, "verified") + sum(counts, "rejected") + sum(counts, "merged");
            return new Item(
                    key,
                    counts,
                    rate(answered, counts.containsKey("submitted") ? sum(counts, "submitted") : sum(counts, "routed")),
                    rate(sum(counts, "resolved") - sum(counts, "reopened"), sum(counts, "verified")),
                    rate(sum(counts, "solved"), sum(counts, "feedback-given")));
        }

        private static long sum(Map<String, Long> counts, String what) {
            return counts.getOrDefault(what, 0L);
        }

        private static @Nullable Double rate(long part, long whole) {
            return whole == 0 ? null : (Double) Math.clamp((double) part / whole, 0, 1);
        }
    }
}
