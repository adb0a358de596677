package io.twingrid.triage.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.domain.CasePosition;
import io.twingrid.triage.domain.CaseState;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The parameters of a list, as they come in a URL; each throws a 400 problem that names it if it is wrong. */
final class ListRequest {
    private static final String BETWEEN = "~";

    private ListRequest() {}

    static @Nullable CaseState state(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(CaseState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state", "is not a state of a community's case")
                        .asException());
    }

    static int limit(@Nullable Integer limit, TriageSettings settings) {
        int most = limit == null ? settings.page() : limit;
        if (most < 1 || most > settings.largestPage()) {
            throw Problem.invalid("limit", "must be from 1 to " + settings.largestPage())
                    .asException();
        }
        return most;
    }

    static @Nullable CasePosition position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = Cursor.read(cursor).split(BETWEEN, 2);
        try {
            return new CasePosition(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Cursor.badCursor();
        }
    }

    static String cursor(CasePosition position) {
        return position.submittedAt().toEpochMilli() + BETWEEN + position.id();
    }
}
