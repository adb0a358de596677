package io.twingrid.escalation;

import io.twingrid.chassis.time.TimeMeasure;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.Priority;
import io.twingrid.escalation.domain.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits out of the town's files, as they are at the moment, and the settings, counted in each department's own working
 * time; what is urgent runs day and night.
 *
 * @param limits the time of a category's departments, by its code
 * @param centre the centre's working time
 */
record TownDeadlines(
        Supplier<Map<String, Duration>> limits,
        TimeMeasure centre,
        Supplier<TownDepartments> departments,
        DeadlineSettings settings)
        implements Deadlines {
    @Override
    public Instant dispatchBy(Report report, Instant from) {
        return add(report, null, from, settings.dispatchWithin());
    }

    @Override
    public Instant reportInBy(Report report, Instant from) {
        return add(report, null, from, settings.reportInWithin());
    }

    @Override
    public Instant resolveBy(Report report, String department, Instant from) {
        return add(report, department, from, limits.get().getOrDefault(report.category(), settings.resolveWithin()));
    }

    @Override
    public Instant answerBy(Report report, String department, Instant from) {
        return add(report, department, from, settings.answerWithin());
    }

    @Override
    public @Nullable Instant urgeAt(Report report, @Nullable String department, Instant dueBy, int level) {
        return level > settings.urgeAgainAfter().size()
                ? null
                : add(report, department, dueBy, settings.urgeAgainAfter().get(level - 1));
    }

    @Override
    public Duration samePressWithin() {
        return settings.samePressWithin();
    }

    @Override
    public Instant putOff(
            Report report, @Nullable String department, Instant dueBy, Instant heldAt, Instant resumedAt) {
        return dueBy.isAfter(heldAt)
                ? add(report, department, resumedAt, measure(report, department).between(heldAt, dueBy))
                : dueBy;
    }

    @Override
    public int mostDeclines() {
        return settings.mostDeclines();
    }

    private Instant add(Report report, @Nullable String department, Instant from, Duration time) {
        return measure(report, department).add(from, time).truncatedTo(ChronoUnit.MILLIS);
    }

    private TimeMeasure measure(Report report, @Nullable String department) {
        if (report.priority() == Priority.URGENT) {
            return TimeMeasure.NATURAL;
        }
        return department == null ? centre : departments.get().workingTimes().getOrDefault(department, centre);
    }
}
