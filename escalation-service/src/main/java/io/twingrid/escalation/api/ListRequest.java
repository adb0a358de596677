package io.twingrid.escalation.api;

import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.ListParameters;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.domain.CasePosition;
import io.twingrid.escalation.domain.StreetState;
import io.twingrid.escalation.domain.care.CareState;
import org.jspecify.annotations.Nullable;

/** The parameters of a list, as they come in a URL; each throws a 400 problem that names it if it is wrong. */
final class ListRequest {
    private ListRequest() {}

    static @Nullable StreetState state(@Nullable String word) {
        return ListParameters.oneOf("state", word, StreetState.values(), StreetState::word);
    }

    static @Nullable CareState careState(@Nullable String word) {
        return ListParameters.oneOf("state", word, CareState.values(), CareState::word);
    }

    static int limit(@Nullable Integer limit, EscalationSettings settings) {
        return ListParameters.limit(limit, settings.page(), settings.largestPage());
    }

    static @Nullable CasePosition position(@Nullable String cursor) {
        return cursor == null ? null : Cursor.read(cursor, CasePosition::new);
    }

    static String cursor(CasePosition position) {
        return Cursor.at(position.receivedAt(), position.id());
    }
}
