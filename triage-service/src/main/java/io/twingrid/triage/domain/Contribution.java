package io.twingrid.triage.domain;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one case counts for, as it stands: at the desk by state and light, and in the figures of the month in which its
 * report was submitted.
 *
 * @param areas ids of its street, community and grid
 * @param month such as {@code 2026-11}, by the town's clock
 * @param observer id of the observer who reported it, or null
 */
public record Contribution(
        List<String> areas,
        String category,
        String month,
        @Nullable String observer,
        CaseState state,
        Light light,
        Track track) {
    /** Stands for all areas, or all categories. */
    public static final String ALL = "*";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

    public Contribution {
        areas = List.copyOf(areas);
    }

    /**
     * What a case counts for.
     *
     * @param zone where the town's months begin
     */
    public static Contribution of(CommunityCase theCase, ZoneId zone) {
        Report report = theCase.report();
        Reporter reporter = report.reporter();
        return new Contribution(
                theCase.area().ids(),
                report.category(),
                MONTH.format(report.submittedAt().atZone(zone)),
                reporter != null && reporter.observer() ? reporter.id() : null,
                theCase.state(),
                theCase.light(),
                theCase.track());
    }

    /** So much more of a counter. */
    public record Count(String counter, String field, long more) {}

    /** The counter of the cases at the desk of an area. */
    public static String desk(String area) {
        return "desk|" + area;
    }

    /** The counter of an area's figures of a category and a month. */
    public static String figures(String area, String category, String month) {
        return "figures|" + area + '|' + category + '|' + month;
    }

    /** The counter of an observer's reports of a month. */
    public static String observer(String id, String month) {
        return "observer|" + id + '|' + month;
    }

    /** All that it counts for. */
    public List<Count> counts() {
        List<String> everywhere = new ArrayList<>(areas);
        everywhere.add(ALL);
        List<Count> all = new ArrayList<>();
        for (String area : everywhere) {
            all.add(new Count(desk(area), state.word() + ':' + light.word(), 1));
            for (Figure figure : Figure.values()) {
                add(figure, figures(area, ALL, month), all);
                add(figure, figures(area, category, month), all);
            }
        }
        if (observer != null) {
            add(Figure.RECEIVED, observer(observer, month), all);
            add(Figure.VALID, observer(observer, month), all);
        }
        return all;
    }

    private void add(Figure figure, String counter, List<Count> all) {
        if (figure.counts(state, track)) {
            all.add(new Count(counter, figure.word(), 1));
        }
    }
}
