package io.twingrid.points.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.Page;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.domain.observer.Observer;
import io.twingrid.points.domain.observer.Observers;
import io.twingrid.points.domain.standing.Boards;
import io.twingrid.points.domain.standing.Standings;
import io.twingrid.points.domain.standing.Standings.Row;
import java.util.ArrayList;
import java.util.List;
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
@Answers.Personal
class StandingsController {
    private final Standings standings;
    private final Observers observers;
    private final PointsSettings settings;

    StandingsController(Standings standings, Observers observers, PointsSettings settings) {
        this.standings = standings;
        this.observers = observers;
        this.settings = settings;
    }

    /**
     * A place on a board.
     *
     * @param rank from 1; equal points have equal ranks, and the next rank counts them all: 1, 2, 2, 4
     * @param points earned in the period
     * @param observerId absent if he does not want to be named
     * @param name likewise
     */
    record Ranked(
            long rank,
            long points,
            @Nullable String observerId,
            @Nullable String name,
            @Nullable String employer) {}

    /** Where a page begins: how many rows there are up to it, and the last of them with its rank. */
    private record Start(long upTo, long rank, Row row) {
        String write() {
            return upTo + "|" + rank + "|" + row.points() + "|" + row.observer();
        }

        static Start read(String cursor) {
            String[] parts = Cursor.read(cursor).split("\\|", 4);
            try {
                return new Start(
                        Long.parseLong(parts[0]),
                        Long.parseLong(parts[1]),
                        new Row(parts[3], Long.parseLong(parts[2])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw Cursor.badCursor();
            }
        }
    }

    @GetMapping
    @Operation(
            summary = "The standings of a month, a quarter or a year",
            description = "Of everybody, of what was earned in one community, or of one employer's observers.")
    @Answers.Checked
    Mono<Page<Ranked>> standings(
            @Parameter(description = "`2026-11`, `2026-Q4` or `2026`") @RequestParam String period,
            @Parameter(description = "A community's id") @RequestParam(required = false) @Nullable String area,
            @Parameter(description = "An employer's name, instead of an area") @RequestParam(required = false) @Nullable
                    String employer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (!Boards.isPeriod(period)) {
            throw Problem.invalid("period", "a month (2026-11), a quarter (2026-Q4) or a year (2026)")
                    .asException();
        }
        if (area != null && employer != null) {
            throw Problem.invalid("employer", "not together with area").asException();
        }
        int size = Paging.size(limit, settings);
        Start start = cursor == null ? null : Start.read(cursor);
        return standings
                .rows(Boards.board(period, area, employer), start == null ? null : start.row(), size + 1)
                .collectList()
                .flatMap(rows -> page(ranked(rows, start), size));
    }

    /** Each row with its rank and how many rows there are up to it. */
    private static List<Start> ranked(List<Row> rows, @Nullable Start start) {
        List<Start> ranked = new ArrayList<>();
        Start last = start;
        for (Row row : rows) {
            last = next(last, row);
            ranked.add(last);
        }
        return ranked;
    }

    private static Start next(@Nullable Start last, Row row) {
        if (last == null) {
            return new Start(1, 1, row);
        }
        long place = last.upTo() + 1;
        return new Start(place, last.row().points() == row.points() ? last.rank() : place, row);
    }

    private Mono<Page<Ranked>> page(List<Start> ranked, int size) {
        Page<Start> page = Page.of(ranked, size, Start::write);
        return Flux.fromIterable(page.items())
                .concatMap(this::place)
                .collectList()
                .map(places -> new Page<>(places, page.next()));
    }

    private Mono<Ranked> place(Start at) {
        return observers
                .find(at.row().observer())
                .map(observer -> place(at, observer))
                .defaultIfEmpty(
                        new Ranked(at.rank(), at.row().points(), at.row().observer(), null, null));
    }

    private static Ranked place(Start at, Observer observer) {
        return observer.hidden()
                ? new Ranked(at.rank(), at.row().points(), null, null, null)
                : new Ranked(at.rank(), at.row().points(), observer.id(), observer.name(), observer.employer());
    }
}
