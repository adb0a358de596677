package io.twingrid.triage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why nobody works on a case for a while. Its clocks stand still.
 *
 * @param back the state that it goes back to
 * @param since when it was put aside
 * @param reviewOn when it comes back by itself if it is on hold, else null
 * @param into id of the case that goes on for it if it was merged, else null
 */
public record Aside(
        CaseState back,
        Instant since,
        @Nullable Instant reviewOn,
        @Nullable String into) {}
