package io.twingrid.escalation.api;

import io.twingrid.chassis.web.FieldChecks;
import io.twingrid.escalation.EscalationSettings;
import io.twingrid.escalation.domain.Departments;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the centre's commands are checked for. */
final class Fields extends FieldChecks {
    private static final int LONGEST_ID = 64;

    private final EscalationSettings settings;

    Fields(EscalationSettings settings) {
        super(settings.longestText(), LONGEST_ID);
        this.settings = settings;
    }

    List<String> photos(String field, @Nullable List<@Nullable String> values) {
        return fileIds(field, values, settings.mostPhotos());
    }

    /** The id of a department of this town. */
    String department(String field, @Nullable String value, Departments departments) {
        if (value == null) {
            return refused(field, "is needed", "");
        }
        return departments.has(value) ? value : refused(field, "is not a department of this town", "");
    }

    /** Ids of departments that join in, beside {@code leading}; each once. */
    List<String> departments(
            String field, @Nullable List<@Nullable String> values, String leading, Departments departments) {
        LinkedHashSet<String> ids = new LinkedHashSet<>();
        for (String value : values == null ? List.<@Nullable String>of() : values) {
            if (value == null || !departments.has(value)) {
                return refused(field, "names what is not a department of this town", List.of());
            }
            ids.add(value);
        }
        return ids.contains(leading)
                ? refused(field, "names the leading department; it leads already", List.of())
                : List.copyOf(ids);
    }

    /** A time to come, within the longest wait, to the millisecond; null if it is not given. */
    @Nullable
    Instant future(String field, @Nullable Instant value, Instant now) {
        if (value == null) {
            return null;
        }
        return value.isAfter(now)
                ? ahead(field, value, now, settings.longestWait())
                : refused(field, "is not in the future", now);
    }

    /** A time to come, within the longest wait, that has to be given; to the millisecond. */
    Instant neededFuture(String field, @Nullable Instant value, Instant now) {
        Instant time = future(field, value, now);
        return time == null ? refused(field, "is needed", now) : time;
    }
}
