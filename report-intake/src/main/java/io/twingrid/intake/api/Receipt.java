package io.twingrid.intake.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the one who reported is answered: the report, and what he should know at once.
 *
 * @param emergency a number to call now, or null
 * @param followToken opens the report to whoever has no account, or null
 */
record Receipt(
        @JsonUnwrapped ReportBody report,

        @Schema(description = "A number to call at once; a report alone may come too late", example = "119") @Nullable
        String emergency,

        @Schema(description = "Sentences for the person who reported")
        List<String> notices,

        @Schema(description = "For who reported without an account: opens GET /api/followed-reports/{token}") @Nullable
        String followToken) {}
