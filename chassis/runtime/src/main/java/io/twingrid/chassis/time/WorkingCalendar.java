package io.twingrid.chassis.time;

import io.twingrid.chassis.file.TownFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Working time: what passes during the hours of working days. Holidays are free, make-up days (调休) are worked. Days that
 * the file says nothing of follow the ordinary week, without an end.
 *
 * <p>What ends with the day's work is due at that moment, not on the next morning: {@link #add} gives the earliest moment.
 */
public final class WorkingCalendar implements TimeMeasure {
    private final ZoneId zone;
    private final WorkingWeek week;
    private final Map<LocalDate, SpecialDay> specialDays;

    private WorkingCalendar(ZoneId zone, WorkingWeek week, Map<LocalDate, SpecialDay> specialDays) {
        this.zone = zone;
        this.week = week;
        this.specialDays = Map.copyOf(specialDays);
    }

    /**
     * The calendar in a file.
     *
     * @throws io.twingrid.chassis.file.BadFileException if it is missing or wrong; the message names file and line
     */
    public static WorkingCalendar read(Path file) {
        CalendarFile calendar = TownFile.read(file, CalendarFile.class);
        return new WorkingCalendar(calendar.zone(), calendar.week(), calendar.specialDays(file));
    }

    /** The same holidays and make-up days for people who work other hours. */
    public WorkingCalendar withWeek(WorkingWeek other) {
        return new WorkingCalendar(zone, other, specialDays);
    }

    @Override
    public Instant add(Instant from, Duration time) {
        Duration left = TimeMeasure.notNegative(time);
        if (left.isZero()) {
            return from;
        }
        for (LocalDate day = dayOf(from); ; day = day.plusDays(1)) {
            for (Span span : spansOf(day)) {
                Instant start = later(span.start(), from);
                Duration here = Duration.between(start, span.end());
                if (here.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = here.isPositive() ? left.minus(here) : left;
            }
        }
    }

    @Override
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        return dayOf(from)
                .datesUntil(dayOf(to).plusDays(1))
                .flatMap(this::spans)
                .map(span -> span.within(from, to))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether people work at this moment. */
    public boolean isWorkingTime(Instant moment) {
        return spans(dayOf(moment)).anyMatch(span -> !moment.isBefore(span.start()) && moment.isBefore(span.end()));
    }

    /** The days of which the file says that nobody has confirmed them yet. */
    public SortedSet<LocalDate> provisionalDays() {
        return specialDays.entrySet().stream()
                .filter(day -> day.getValue().provisional())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Hours> hoursOf(LocalDate day) {
        SpecialDay special = specialDays.get(day);
        if (special == null) {
            return week.ordinary(day.getDayOfWeek());
        }
        return special.worked() ? week.makeUpHours() : List.of();
    }

    private List<Span> spansOf(LocalDate day) {
        return spans(day).toList();
    }

    private Stream<Span> spans(LocalDate day) {
        return hoursOf(day).stream().map(hours -> new Span(moment(day, hours.from()), moment(day, hours.to())));
    }

    /** By the clock on the wall, so that a day on which clocks are changed has its hours, too. */
    private Instant moment(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Working hours of a certain day. */
    private record Span(Instant start, Instant end) {
        Duration within(Instant from, Instant to) {
            Instant first = later(start, from);
            Instant last = end.isBefore(to) ? end : to;
            return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
        }
    }
}
