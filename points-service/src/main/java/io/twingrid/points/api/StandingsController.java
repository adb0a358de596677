package io.twingrid.points.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.web.Page;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.Services;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.standing.Boards;
import io.twingrid.points.domain.standing.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who has earned most; whoever does not want to be named is a number. */
@RestController
@RequestMapping("/api/standings")
@Tag(name = "Standings")
@ApiResponse(responseCode = "200")
class StandingsController {
    private static final String PERIOD = "`2026-11`, `2026-Q4` or `2026`";

    private final Standings standings;
    private final Observers observers;
    private final Services services;
    private final PointsSettings settings;

    StandingsController(Standings standings, Observers observers, Services services, PointsSettings settings) {
        this.standings = standings;
        this.observers = observers;
        this.services = services;
        this.settings = settings;
    }

    /**
     * An observer's place on a board.
     *
     * @param rank from 1; equal points have equal ranks, and the next rank counts them all: 1, 2, 2, 4
     * @param points earned in the period
     * @param observerId absent if he does not want to be named
     * @param name likewise
     * @param employer likewise
     */
    record Place(
            long rank,
            long points,
            @Nullable String observerId,
            @Nullable String name,
            @Nullable String employer) {

        static Place of(Ranked at, Observer observer) {
            return observer.hidden()
                    ? new Place(at.rank(), at.row().points(), null, null, null)
                    : new Place(at.rank(), at.row().points(), observer.id(), observer.name(), observer.employer());
        }
    }

    /**
     * An employer's place in the league.
     *
     * @param rank as in {@link Place}
     * @param points that all observers who ride for it have earned in the period
     */
    record EmployersPlace(long rank, long points, String employer) {}

    @GetMapping
    @Operation(
            summary = "The standings of a month, a quarter or a year",
            description = "Of everybody, of what was earned in one community, or of one employer's observers.")
    @Answers.Personal
    @Answers.Checked
    Mono<Page<Place>> standings(
            @Parameter(description = PERIOD) @RequestParam String period,
            @Parameter(description = "A community's id") @RequestParam(required = false) @Nullable String area,
            @Parameter(description = "An employer's name, instead of an area") @RequestParam(required = false) @Nullable
                    String employer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (area != null && employer != null) {
            throw Problem.invalid("employer", "not together with area").asException();
        }
        return page(Boards.ofObservers(checked(period), area, employer), cursor, limit)
                .flatMap(page -> Flux.fromIterable(page.items())
                        .concatMap(this::place)
                        .collectList()
                        .map(places -> new Page<>(places, page.next())));
    }

    @GetMapping("/employers")
    @Operation(
            summary = "The employers' league of a month, a quarter or a year",
            description = "By what their observers have earned, everywhere or in one community.")
    @Answers.Personal
    @Answers.Checked
    Mono<Page<EmployersPlace>> employers(
            @Parameter(description = PERIOD) @RequestParam String period,
            @Parameter(description = "A community's id") @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return page(Boards.ofEmployers(checked(period), area), cursor, limit)
                .map(page -> page.map(at -> new EmployersPlace(
                        at.rank(), at.row().points(), at.row().name())));
    }

    @GetMapping("/services")
    @Operation(
            summary = "How many voluntary services there were in a month, a quarter or a year",
            description = "Care tasks that were confirmed, and attendances at activities that earn points.")
    @Answers.Checked
    Mono<Services.Tally> services(@Parameter(description = PERIOD) @RequestParam String period) {
        return services.of(checked(period));
    }

    private static String checked(String period) {
        if (!Boards.isPeriod(period)) {
            throw Problem.invalid("period", "a month (2026-11), a quarter (2026-Q4) or a year (2026)")
                    .asException();
        }
        return period;
    }

    private Mono<Page<Ranked>> page(String board, @Nullable String cursor, @Nullable Integer limit) {
        int size = Paging.size(limit, settings);
        Ranked start = Ranked.read(cursor);
        return standings
                .rows(board, start == null ? null : start.row(), size + 1)
                .collectList()
                .map(rows -> Page.of(Ranked.behind(start, rows), size, Ranked::write));
    }

    private Mono<Place> place(Ranked at) {
        return observers
                .find(at.row().name())
                .map(observer -> Place.of(at, observer))
                .defaultIfEmpty(new Place(at.rank(), at.row().points(), at.row().name(), null, null));
    }
}
