package io.twingrid.points.domain.standing;

import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Award.Part;
import io.twingrid.points.domain.LedgerEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which boards an entry counts on. A board is a period (month, quarter, year: {@code 2026-11}, {@code 2026-Q4}, {@code
 * 2026}, by when the entry's cause happened) and a scope: everybody, a community, an employer. What was earned or taken back
 * counts; what was redeemed or lapsed does not, for it was earned all the same.
 */
public final class Boards {
    private static final Set<String> COUNTED = Set.of("resolved", "invalidated", "care", "attended", "adjusted");
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

    /** A board's name. */
    public static String board(String period, @Nullable String area, @Nullable String employer) {
        if (area != null) {
            return period + "|area|" + area;
        }
        return employer == null ? period + "|all" : period + "|employer|" + employer;
    }

    /**
     * What an entry adds to each board.
     *
     * @param employer whom the observer rides for, or null
     * @param areas communities of other reports that the entry's parts correct, by report
     */
    public Map<String, Long> increments(LedgerEntry entry, @Nullable String employer, Map<String, String> areas) {
        Map<String, Long> increments = new LinkedHashMap<>();
        String kind = entry.cause().text().substring(0, entry.cause().text().indexOf(':'));
        if (!COUNTED.contains(kind)) {
            return increments;
        }
        for (Part part : entry.award().parts()) {
            if (part.rule().equals(Award.OWED)) {
                continue;
            }
            String area = part.of() == null ? entry.about().area() : areas.get(part.of());
            for (String period : periods(entry.at())) {
                add(increments, board(period, null, null), part);
                if (area != null) {
                    add(increments, board(period, area, null), part);
                }
                if (employer != null) {
                    add(increments, board(period, null, employer), part);
                }
            }
        }
        increments.values().removeIf(points -> points == 0);
        return increments;
    }

    /** The month, the quarter and the year of a time. */
    public List<String> periods(Instant at) {
        ZonedDateTime day = at.atZone(zone);
        return List.of(
                "%04d-%02d".formatted(day.getYear(), day.getMonthValue()),
                "%04d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR)),
                "%04d".formatted(day.getYear()));
    }

    private static void add(Map<String, Long> increments, String board, Part part) {
        increments.merge(board, part.points(), Math::addExact);
    }
}
