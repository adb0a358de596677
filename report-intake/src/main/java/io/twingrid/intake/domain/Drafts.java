package io.twingrid.intake.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes reports of drafts that {@link DraftCheck} has passed. */
public final class Drafts {
    private final ZoneId zone;

    /** Makes reports of a town.
     *
     * @param zone in which the town counts its days */
    public Drafts(ZoneId zone) {
        this.zone = zone;
    }

    public Report accept(Draft draft, String id, Instant at, Report.@Nullable Reporter reporter, String channel) {
        Crs crs = draft.crs() == null ? Crs.WGS84 : draft.crs();
        return new Report(
                id,
                ReportNumber.of(id, at, zone),
                at,
                reporter,
                Objects.requireNonNull(draft.category()),
                Objects.requireNonNull(draft.description()),
                crs.toWgs84(Objects.requireNonNull(draft.lat()), Objects.requireNonNull(draft.lon())),
                draft.address(),
                draft.photos(),
                draft.handledOnSpot(),
                draft.attributes(),
                channel);
    }
}
