package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.ListParameters;
import io.twingrid.triage.TriageSettings;
import io.twingrid.triage.domain.CasePosition;
import io.twingrid.triage.domain.CaseQuery;
import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.Light;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
        Integer limit) {
    private static final int LONGEST_TEXT = 100;

    CaseQuery query(int most, Instant now) {
        return new CaseQuery(
                null,
                ListParameters.oneOf("state", state, CaseState.values(), CaseState::word),
                "true".equals(overdue) ? Light.RED : ListParameters.oneOf("light", light, Light.values(), Light::word),
                handler,
                category,
                searched(),
                olderThan == null ? null : before(olderThan, now),
                cursor == null ? null : Cursor.read(cursor, CasePosition::new),
                most);
    }

    int size(TriageSettings settings) {
        return ListParameters.limit(limit, settings.page(), settings.largestPage());
    }

    static String cursor(CasePosition position) {
        return Cursor.at(position.submittedAt(), position.id());
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

    private static Instant before(String age, Instant now) {
        try {
            return Instant.ofEpochMilli(
                    Math.subtractExact(now.toEpochMilli(), Duration.parse(age).toMillis()));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw wrong("olderThan", "is not a duration such as PT12H or P3D");
        }
    }

    private static RuntimeException wrong(String field, String message) {
        return Problem.invalid(field, message).asException();
    }
}
