package io.twingrid.escalation.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much time a case has for what is awaited now: at the centre a dispatch, at a department the resolution.
 *
 * @param since when that time began
 * @param dueBy when it ends; from then on those who let it wait are urged, level by level
 * @param stage how often they were urged, by whomever
 * @param level how often of these by time itself, because it was over
 * @param urgeAt when time itself urges next; null after the highest level; on hold nobody is urged
 * @param asked more time that the department has asked for, or null
 * @param hold null unless the case is on hold
 */
public record Tempo(
        Instant since,
        Instant dueBy,
        int stage,
        int level,
        @Nullable Instant urgeAt,
        @Nullable Extension asked,
        @Nullable Hold hold) {
    private static final int YELLOW_PART = 4;

    /** More time, as it was asked for. */
    public record Extension(String by, Instant until, String reason) {}

    /**
     * Why a case rests, and until when at most.
     *
     * @param state where it goes on
     */
    public record Hold(StreetState state, Instant since, Instant reviewOn, String reason) {}

    static Tempo from(Instant since, Instant dueBy) {
        return new Tempo(since, dueBy, 0, 0, dueBy, null, null);
    }

    /** Green; yellow in the last quarter of the time; red when it is over. On hold no light burns. */
    public @Nullable Light lightAt(Instant now) {
        if (hold != null) {
            return null;
        }
        if (!now.isBefore(dueBy)) {
            return Light.RED;
        }
        Duration last = Duration.between(since, dueBy).dividedBy(YELLOW_PART);
        return now.isBefore(dueBy.minus(last)) ? Light.GREEN : Light.YELLOW;
    }

    /** Whether what is awaited would be on time now. While the clock stands still, it is as it was before. */
    boolean isOnTime(Instant now) {
        return !(hold == null ? now : hold.since()).isAfter(dueBy);
    }

    /** Whether it is time itself that urges: nobody does, and it is over. */
    public boolean isUrgedBy(StreetFact.Urged urged) {
        return urged.by().equals(StreetCase.SYSTEM)
                && urgeAt != null
                && !urged.at().isBefore(urgeAt);
    }

    /** Somebody pressed; what time does by itself stays as it is. */
    Tempo pressed(int to) {
        return new Tempo(since, dueBy, to, level, urgeAt, asked, hold);
    }

    /** Time itself urged; it does so once more at {@code next}. */
    Tempo overdue(int to, @Nullable Instant next) {
        return new Tempo(since, dueBy, to, level + 1, next, asked, hold);
    }

    Tempo asking(@Nullable Extension extension) {
        return new Tempo(since, dueBy, stage, level, urgeAt, extension, hold);
    }

    Tempo until(Instant due) {
        return new Tempo(since, due, 0, 0, due, null, hold);
    }

    Tempo held(Hold reason) {
        return new Tempo(since, dueBy, stage, level, urgeAt, asked, reason);
    }

    Tempo resumed(Instant due, @Nullable Instant next) {
        return new Tempo(since, due, stage, level, next, asked, null);
    }
}
