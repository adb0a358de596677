package io.twingrid.intake.api.open311;

import io.twingrid.intake.IntakeSettings;
import io.twingrid.intake.api.Words;
import io.twingrid.intake.domain.PublicWords;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.domain.ReportView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** A report as GeoReport's {@code request}: its public side. */
@Component
final class RequestRecord {
    private final ServiceList services;
    private final String publicUrl;

    RequestRecord(ServiceList services, IntakeSettings settings) {
        this.services = services;
        this.publicUrl = settings.publicUrl();
    }

    void write(ReportView view, Locale locale, ObjectNode request) {
        Report report = view.report();
        Instant closedAt = view.closedAt();
        request.put("service_request_id", report.id())
                .put("status", view.status().isOpen() ? "open" : "closed")
                .put("status_notes", PublicWords.of(Words.of(view.timeline().getLast(), locale)))
                .put("service_name", services.name(report.category(), locale))
                .put("service_code", report.category())
                .put("description", report.publicDescription())
                .putNull("agency_responsible")
                .putNull("service_notice")
                .put("requested_datetime", time(report.at()))
                .put("updated_datetime", time(closedAt == null ? view.updatedAt() : closedAt))
                .put("expected_datetime", view.expectedBy() == null ? null : time(view.expectedBy()))
                .put("address", report.publicAddress())
                .putNull("address_id")
                .putNull("zipcode")
                .put("lat", report.location().lat())
                .put("long", report.location().lon())
                .put("media_url", media(report));
    }

    private @Nullable String media(Report report) {
        return report.photos().isEmpty()
                ? null
                : publicUrl + "/api/photos/" + report.photos().getFirst();
    }

    /** W3C-DTF in whole seconds with a zone; some clients refuse fractions. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
