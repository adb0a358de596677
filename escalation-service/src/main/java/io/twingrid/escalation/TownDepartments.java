package io.twingrid.escalation;

import io.twingrid.chassis.time.TimeMeasure;
import io.twingrid.escalation.domain.Departments;
import java.util.Map;

/**
 * What {@code departments.yaml} says.
 *
 * @param workingTimes the working time of those departments whose hours are not the town's, by their id
 */
record TownDepartments(Departments departments, Map<String, TimeMeasure> workingTimes) {
    TownDepartments {
        workingTimes = Map.copyOf(workingTimes);
    }
}
