package io.twingrid.intake.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.intake.domain.Catalogue;
import io.twingrid.intake.domain.Category;
import io.twingrid.intake.domain.Flag;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.domain.ReportView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the one who reported is answered: the report, and what he should know at once.
 *
 * @param emergency a number to call now, or null
 */
record Receipt(
        @JsonUnwrapped ReportBody report,

        @Schema(description = "A number to call at once; a report alone may come too late", example = "119") @Nullable
        String emergency,

        @Schema(description = "Sentences for the person who reported")
        List<String> notices) {

    static Receipt of(Report report, Catalogue catalogue, @Nullable Locale locale) {
        ReportView view = ReportView.submitted(report);
        String emergency =
                catalogue.find(report.category()).map(Category::emergency).orElse(null);
        List<String> notices = new ArrayList<>();
        if (emergency != null) {
            notices.add(Words.of("notice.emergency", locale).formatted(emergency));
        }
        if (report.flags().contains(Flag.OUTSIDE_AREA)) {
            notices.add(Words.of("notice.outside-area", locale));
        }
        if (!view.isPublic()) {
            notices.add(Words.of("notice.not-public", locale));
        }
        return new Receipt(ReportBody.ofWhole(view, locale), emergency, notices);
    }
}
