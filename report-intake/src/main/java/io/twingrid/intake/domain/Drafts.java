package io.twingrid.intake.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes reports of drafts that {@link DraftCheck} has passed. */
public final class Drafts {
    private final ZoneId zone;
    private final ServiceArea area;

    /**
     * Makes reports of a town.
     *
     * @param zone in which the town counts its days
     */
    public Drafts(ZoneId zone, ServiceArea area) {
        this.zone = zone;
        this.area = area;
    }

    public Report accept(Draft draft, String id, Instant at, Report.@Nullable Reporter reporter, String channel) {
        Location place = Objects.requireNonNull(draft.place());
        return new Report(
                id,
                ReportNumber.of(id, at, zone),
                at,
                reporter,
                Objects.requireNonNull(draft.category()),
                Objects.requireNonNull(draft.description()),
                place,
                draft.address(),
                draft.photos(),
                draft.handledOnSpot(),
                draft.attributes(),
                channel,
                draft.accuracy(),
                area.holds(place) ? List.of() : List.of(Flag.OUTSIDE_AREA));
    }
}
