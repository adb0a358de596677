package io.twingrid.triage.api;

import io.twingrid.chassis.web.FieldChecks;
import io.twingrid.triage.TriageSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desk's commands are checked for. */
final class Fields extends FieldChecks {
    private final TriageSettings settings;
    private final Instant now;

    Fields(TriageSettings settings, Instant now) {
        super(settings.longestText(), settings.longestId());
        this.settings = settings;
        this.now = now;
    }

    /** A time that does not lie too far ahead; whether it lies ahead at all, the rules say. */
    Instant ahead(String field, @Nullable Instant value) {
        return ahead(field, value, now, settings.longestWait());
    }

    List<String> photos(String field, @Nullable List<@Nullable String> values) {
        return fileIds(field, values, settings.mostPhotos());
    }
}
