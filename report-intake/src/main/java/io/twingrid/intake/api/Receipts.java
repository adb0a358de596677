package io.twingrid.intake.api;

import io.twingrid.intake.FollowLinks;
import io.twingrid.intake.domain.Catalogue;
import io.twingrid.intake.domain.Category;
import io.twingrid.intake.domain.Flag;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.domain.ReportView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes receipts. */
@Component
final class Receipts {
    private final Catalogue catalogue;
    private final FollowLinks links;

    Receipts(Catalogue catalogue, FollowLinks links) {
        this.catalogue = catalogue;
        this.links = links;
    }

    // The report is safe by now: with the store away it is answered without a link rather than not at all.
    Mono<Receipt> of(Report report, @Nullable Locale locale) {
        Mono<Receipt> plain = Mono.fromSupplier(() -> of(report, null, locale));
        return report.reporter() != null
                ? plain
                : links.token(report.id())
                        .map(token -> of(report, token, locale))
                        .onErrorResume(e -> plain);
    }

    private Receipt of(Report report, @Nullable String token, @Nullable Locale locale) {
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
        return new Receipt(ReportBody.ofWhole(view, locale), emergency, notices, token);
    }
}
