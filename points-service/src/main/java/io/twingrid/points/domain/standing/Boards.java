package io.twingrid.points.domain.standing;

import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Award.Part;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.standing.Standings.Increment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which boards an entry counts on. A board is a period (month, quarter, year: {@code 2026-11}, {@code 2026-Q4}, {@code
 * 2026}, by when the entry's cause happened) and a scope. Observers stand on those of everybody, of a community and of their employer;
 * employers stand against one another on those of the league, everywhere and in a community. What was earned or taken back
 * counts; what was redeemed or lapsed does not, for it was earned all the same.
 */
public final class Boards {
    private static final Set<String> COUNTED =
            Set.of("resolved", "invalidated", "followed", "unfollowed", "care", "attended", "adjusted");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?");

    private final ZoneId zone;

    /** @param zone where days and months begin */
    public Boards(ZoneId zone) {
        this.zone = zone;
    }

    /** Whether a text is a period that there are boards of. */
    public static boolean isPeriod(String text) {
        return PERIOD.matcher(text).matches();
    }

    /** The board of observers: of all, of a community's reports, or of an employer's people. */
    public static String ofObservers(String period, @Nullable String area, @Nullable String employer) {
        if (area != null) {
            return period + "|area|" + area;
        }
        return employer == null ? period + "|all" : period + "|employer|" + employer;
    }

    /** The board of employers: everywhere, or in a community. */
    public static String ofEmployers(String period, @Nullable String area) {
        return area == null ? period + "|league" : period + "|league|" + area;
    }

    /**
     * What an entry adds to each row, beside nothing.
     *
     * @param employer whom the observer rides for, or null
     * @param areas communities of other reports that the entry's parts correct, by report
     */
    public List<Increment> increments(LedgerEntry entry, @Nullable String employer, Map<String, String> areas) {
        String kind = entry.cause().text().substring(0, entry.cause().text().indexOf(':'));
        if (!COUNTED.contains(kind)) {
            return List.of();
        }
        Map<Increment, Long> points = new LinkedHashMap<>();
        for (Part part : entry.award().parts()) {
            if (!part.rule().equals(Award.OWED)) {
                String area = part.of() == null ? entry.about().area() : areas.get(part.of());
                rows(entry, employer, area).forEach(row -> points.merge(row, part.points(), Math::addExact));
            }
        }
        return points.entrySet().stream()
                .filter(row -> row.getValue() != 0)
                .map(row -> new Increment(row.getKey().board(), row.getKey().name(), row.getValue()))
                .toList();
    }

    /** The rows that points of an entry belong to, still without points. */
    private List<Increment> rows(LedgerEntry entry, @Nullable String employer, @Nullable String area) {
        List<Increment> rows = new ArrayList<>();
        for (String period : periods(entry.at())) {
            rows.add(new Increment(ofObservers(period, null, null), entry.observer(), 0));
            if (area != null) {
                rows.add(new Increment(ofObservers(period, area, null), entry.observer(), 0));
            }
            if (employer != null) {
                rows.add(new Increment(ofObservers(period, null, employer), entry.observer(), 0));
                rows.add(new Increment(ofEmployers(period, null), employer, 0));
            }
            if (employer != null && area != null) {
                rows.add(new Increment(ofEmployers(period, area), employer, 0));
            }
        }
        return rows;
    }

    /** The month, the quarter and the year of a time. */
    public List<String> periods(Instant at) {
        ZonedDateTime day = at.atZone(zone);
        return List.of(
                "%04d-%02d".formatted(day.getYear(), day.getMonthValue()),
                "%04d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR)),
                "%04d".formatted(day.getYear()));
    }
}
