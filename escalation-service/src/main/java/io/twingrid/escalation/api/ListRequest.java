package io.twingrid.escalation.api;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.domain.CasePosition;
import io.twingrid.escalation.domain.StreetState;
import io.twingrid.escalation.domain.care.CareState;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The parameters of a list, as they come in a URL; each throws a 400 problem that names it if it is wrong. */
final class ListRequest {
    private static final String BETWEEN = "~";

    private ListRequest() {}

    static @Nullable StreetState state(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(StreetState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state", "is not a state of a street case")
                        .asException());
    }

    static @Nullable CareState careState(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(CareState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state", "is not a state of a care task")
                        .asException());
    }

    static int limit(@Nullable Integer limit, EscalationSettings settings) {
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
        return position.receivedAt().toEpochMilli() + BETWEEN + position.id();
    }
}
