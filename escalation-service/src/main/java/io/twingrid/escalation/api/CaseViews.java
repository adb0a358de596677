package io.twingrid.escalation.api;

import io.twingrid.chassis.change.Versioned;
import io.twingrid.escalation.DepartmentSource;
import io.twingrid.escalation.domain.Staff;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.forward.Forward;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows cases to staff, with what the town's files and the clock add to them at the moment. */
@Component
final class CaseViews {
    private final DepartmentSource departments;
    private final Clock clock;

    CaseViews(DepartmentSource departments, Clock clock) {
        this.departments = departments;
        this.clock = clock;
    }

    /** One of a list: without its forwards, which are looked up one case at a time. */
    CaseView of(Versioned<StreetCase> found, Staff staff) {
        return view(found, staff, null);
    }

    CaseView of(Versioned<StreetCase> found, Staff staff, List<Forward> forwards) {
        return view(found, staff, forwards.stream().map(ForwardView::of).toList());
    }

    private CaseView view(Versioned<StreetCase> found, Staff staff, @Nullable List<ForwardView> forwards) {
        return CaseView.of(found.aggregate(), found.version(), staff, departments.latest(), clock.instant(), forwards);
    }
}
