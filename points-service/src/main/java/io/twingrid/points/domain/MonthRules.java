package io.twingrid.points.domain;

import io.twingrid.points.domain.Award.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that look at more than one report: the first of its kind in a civil month earns more, and there are caps a day
 * and a month. Facts about different reports arrive in any order, so these rules do not ask what arrived first but what was
 * resolved first: each credit settles its whole month anew, in the order of (time resolved, report id), and moves what belongs
 * elsewhere by parts that name the other report. What a report has earned in the end depends on the set of reports alone.
 *
 * <p>An invalidated report keeps its place in that order. The bonus stands outside the caps; if it did not, a late report
 * could take points away that had been given for another day.
 */
final class MonthRules {
    static final String FIRST_OF_KIND = "first-of-its-kind";
    static final String DAY_CAP = "day-cap";
    static final String MONTH_CAP = "month-cap";
    private static final List<String> OWN = List.of(FIRST_OF_KIND, DAY_CAP, MONTH_CAP);

    private final long firstOfKind;
    private final long dayCap;
    private final long monthCap;
    private final ZoneId zone;

    /**
     * @param firstOfKind points for the first report of a category in a month, or null
     * @param dayCap the most points of a civil day, or null
     * @param monthCap the most points of a civil month, or null
     */
    MonthRules(@Nullable Integer firstOfKind, @Nullable Integer dayCap, @Nullable Integer monthCap, ZoneId zone) {
        this.firstOfKind = firstOfKind == null ? 0 : firstOfKind;
        this.dayCap = dayCap == null ? Long.MAX_VALUE : dayCap;
        this.monthCap = monthCap == null ? Long.MAX_VALUE : monthCap;
        this.zone = zone;
    }

    /** Whether there is anything to settle at all. */
    boolean areNone() {
        return firstOfKind == 0 && dayCap == Long.MAX_VALUE && monthCap == Long.MAX_VALUE;
    }

    String monthOf(Instant at) {
        return YearMonth.from(at.atZone(zone)).toString();
    }

    /** One report of the month: what the other rules give for it, and what these rules gave or withheld so far. */
    private record Claim(
            String reportId,
            Instant at,
            @Nullable String category,
            long wanted,
            Map<String, Long> settled,
            boolean reversed) {}

    /**
     * What these rules add to a report's award. A follower's has no category, so it is not the first of any kind.
     *
     * @param month the account's entries of that month
     */
    List<Part> settle(About about, Instant at, Award award, List<LedgerEntry> month) {
        String reportId = Objects.requireNonNull(about.reportId());
        Claim mine = new Claim(reportId, at, about.category(), award.amount(), Map.of(), false);
        List<Claim> claims = new ArrayList<>(claimsOf(month));
        claims.removeIf(claim -> claim.reportId().equals(mine.reportId()));
        claims.add(mine);
        claims.sort(Comparator.comparing(Claim::at).thenComparing(Claim::reportId));
        List<Part> parts = new ArrayList<>();
        targets(claims).forEach((claim, target) -> {
            if (!claim.reversed()) {
                parts.addAll(difference(claim, target, claim.equals(mine) ? null : claim.reportId()));
            }
        });
        // The report's own parts first: a reader looks for them there.
        parts.sort(Comparator.comparing(part -> part.of() != null));
        return parts;
    }

    /** What the report of {@code credit} has earned by now: its own parts, and those by which later credits corrected it. */
    static Award net(LedgerEntry credit, List<LedgerEntry> month) {
        Map<String, Long> net = net(credit, corrections(month));
        return new Award(net.entrySet().stream()
                .filter(rule -> rule.getValue() != 0)
                .map(rule -> new Part(rule.getKey(), rule.getValue()))
                .toList());
    }

    private static Map<String, Long> net(LedgerEntry credit, Map<String, List<Part>> corrections) {
        Map<String, Long> byRule = new LinkedHashMap<>();
        for (Part part : credit.award().parts()) {
            if (part.of() == null && !part.rule().equals(Award.OWED)) {
                byRule.merge(part.rule(), part.points(), Math::addExact);
            }
        }
        corrections
                .getOrDefault(credit.reportId(), List.of())
                .forEach(part -> byRule.merge(part.rule(), part.points(), Math::addExact));
        return byRule;
    }

    /** Parts of the month's credits that correct another report, by that report. */
    private static Map<String, List<Part>> corrections(List<LedgerEntry> month) {
        Map<String, List<Part>> byReport = new HashMap<>();
        month.stream()
                .filter(entry -> entry.corrects() == null)
                .flatMap(entry -> entry.award().parts().stream())
                .forEach(part -> {
                    if (part.of() != null) {
                        byReport.computeIfAbsent(part.of(), report -> new ArrayList<>())
                                .add(part);
                    }
                });
        return byReport;
    }

    private Map<Claim, Map<String, Long>> targets(List<Claim> inOrder) {
        Map<Claim, Map<String, Long>> targets = new LinkedHashMap<>();
        Set<String> kinds = new HashSet<>();
        Map<LocalDate, Long> usedOfDay = new HashMap<>();
        long usedOfMonth = 0;
        for (Claim claim : inOrder) {
            LocalDate day = LocalDate.ofInstant(claim.at(), zone);
            long ofDay = Math.min(claim.wanted(), dayCap - usedOfDay.getOrDefault(day, 0L));
            long given = Math.min(ofDay, monthCap - usedOfMonth);
            usedOfDay.merge(day, given, Math::addExact);
            usedOfMonth += given;
            targets.put(
                    claim,
                    Map.of(
                            FIRST_OF_KIND, claim.category() != null && kinds.add(claim.category()) ? firstOfKind : 0L,
                            DAY_CAP, ofDay - claim.wanted(),
                            MONTH_CAP, given - ofDay));
        }
        return targets;
    }

    private static List<Part> difference(Claim claim, Map<String, Long> target, @Nullable String of) {
        return OWN.stream()
                .map(rule -> new Part(
                        rule, target.getOrDefault(rule, 0L) - claim.settled().getOrDefault(rule, 0L), of))
                .filter(part -> part.points() != 0)
                .toList();
    }

    private static List<Claim> claimsOf(List<LedgerEntry> month) {
        Map<String, List<Part>> corrections = corrections(month);
        Set<Long> reversed = new HashSet<>();
        for (LedgerEntry entry : month) {
            if (entry.corrects() != null) {
                reversed.add(entry.corrects());
            }
        }
        return month.stream()
                .filter(entry -> entry.corrects() == null)
                .map(entry -> claimOf(entry, net(entry, corrections), reversed.contains(entry.seq())))
                .toList();
    }

    private static Claim claimOf(LedgerEntry entry, Map<String, Long> net, boolean reversed) {
        long wanted = net.entrySet().stream()
                .filter(rule -> !OWN.contains(rule.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Claim(
                Objects.requireNonNull(entry.reportId()),
                entry.at(),
                entry.about().category(),
                wanted,
                net,
                reversed);
    }
}
