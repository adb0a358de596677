package io.twingrid.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says.
 *
 * @param cause id of the fact that it tells of
 * @param type the fact's short name, e.g. {@code routed}
 * @param reportId the report that it is about, or null
 * @param title one line
 * @param text one or two sentences
 * @param link where to look, a path on the town's origin
 * @param at when the fact happened
 * @param urgent whether it may not wait: it passes quiet hours and digests
 */
public record Content(
        String cause,
        String type,
        @Nullable String reportId,
        Words title,
        Words text,
        String link,
        Instant at,
        boolean urgent) {}
