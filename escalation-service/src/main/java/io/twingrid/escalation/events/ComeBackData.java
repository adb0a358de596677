package io.twingrid.escalation.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.escalation.domain.HistoryEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the centre reads of {@code io.twingrid.report.rework-requested.v1} and {@code io.twingrid.report.reopened.v1}.
 *
 * @param level who resolved it and has it again: COMMUNITY or STREET
 */
record ComeBackData(
        String reportId,
        Instant at,
        String by,
        String level,
        @Nullable String reason) {
    ComeBackData {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(by, "by is missing");
        requireNonNull(level, "level is missing");
    }

    boolean isStreets() {
        return level.equals(StreetFactFormat.LEVEL);
    }

    HistoryEntry as(String verb) {
        return new HistoryEntry(at, verb, by, reason);
    }
}
