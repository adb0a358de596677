package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.domain.CasePosition;
import io.twingrid.triage.domain.CaseQuery;
import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.Light;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is asked of the inbox, as it comes in a URL; a parameter that is wrong is answered with a 400 that names it. */
record ListRequest(
        @Parameter(description = "Id of a street, community or grid to keep to") @Nullable
        String area,

        @Parameter(description = "routed, verified, assigned, on-hold, escalated, resolved, closed, rejected or merged")
        @Nullable
        String state,

        @Parameter(description = "Id of the person who handles it") @Nullable
        String handler,

        @Parameter(description = "green, yellow, red or off") @Nullable
        String light,

        @Parameter(description = "true: those whose light is red") @Nullable
        String overdue,

        @Parameter(description = "Words of its number, description or address, all of which it has") @Nullable
        String text,

        @Parameter(description = "Code in the town's catalogue") @Nullable
        String category,

        @Parameter(description = "Submitted longer ago than this, as ISO 8601 has it: PT12H, P3D") @Nullable
        String olderThan,

        @Parameter(description = "`next` of the page before") @Nullable
        String cursor,

        @Parameter(description = "Cases on the page, 1 to 100; 20 if absent") @Nullable
        String limit) {
    private static final String BETWEEN = "~";
    private static final int LONGEST_TEXT = 100;

    CaseQuery query(int most, Instant now) {
        return new CaseQuery(
                null,
                oneOf("state", state, CaseState.values(), CaseState::word),
                "true".equals(overdue) ? Light.RED : oneOf("light", light, Light.values(), Light::word),
                handler,
                category,
                searched(),
                olderThan == null ? null : before(olderThan, now),
                cursor == null ? null : position(cursor),
                most);
    }

    int size(TriageSettings settings) {
        int most;
        try {
            most = limit == null ? settings.page() : Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            most = 0;
        }
        if (most < 1 || most > settings.largestPage()) {
            throw wrong("limit", "must be from 1 to " + settings.largestPage());
        }
        return most;
    }

    static String cursor(CasePosition position) {
        return position.submittedAt().toEpochMilli() + BETWEEN + position.id();
    }

    private @Nullable String searched() {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_TEXT || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw wrong("text", "has to have letters, and no more than " + LONGEST_TEXT);
        }
        return text;
    }

    private static <T> @Nullable T oneOf(String field, @Nullable String word, T[] values, Function<T, String> wordOf) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> wordOf.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(
                        field, "is none of " + Arrays.stream(values).map(wordOf).toList()));
    }

    private static Instant before(String age, Instant now) {
        try {
            return now.minus(Duration.parse(age));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw wrong("olderThan", "is not a duration such as PT12H or P3D");
        }
    }

    private static CasePosition position(String cursor) {
        String[] parts = Cursor.read(cursor).split(BETWEEN, 2);
        try {
            return new CasePosition(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Cursor.badCursor();
        }
    }

    private static RuntimeException wrong(String field, String message) {
        return Problem.invalid(field, message).asException();
    }
}
