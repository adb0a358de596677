package io.twingrid.points.events;

import static java.util.Objects.requireNonNull;

/** What is used of {@code routed}. */
record ReportRouted(String reportId, Area area) {
    ReportRouted {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(area, "area is missing");
    }

    /** Where it lies. */
    record Area(String community) {
        Area {
            requireNonNull(community, "area.community is missing");
        }
    }
}
