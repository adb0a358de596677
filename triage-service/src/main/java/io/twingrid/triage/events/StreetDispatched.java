package io.twingrid.triage.events;

import static java.util.Objects.requireNonNull;

import io.twingrid.triage.domain.News;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desk reads of {@code io.twingrid.report.dispatched.v1}. */
record StreetDispatched(
        String reportId,
        Instant at,
        String by,
        String department,
        @Nullable List<String> coDepartments) {
    StreetDispatched {
        requireNonNull(reportId, "reportId is missing");
        requireNonNull(at, "at is missing");
        requireNonNull(by, "by is missing");
        requireNonNull(department, "department is missing");
    }

    News news() {
        List<String> departments = new ArrayList<>();
        departments.add(department);
        if (coDepartments != null) {
            departments.addAll(coDepartments);
        }
        return new News.Dispatched(at, by, departments);
    }
}
