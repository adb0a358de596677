package io.twingrid.escalation;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.file.TownFile;
import io.twingrid.chassis.time.TimeMeasure;
import io.twingrid.chassis.time.WorkingCalendar;
import io.twingrid.chassis.time.WorkingWeek;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.Department;
import io.twingrid.escalation.domain.Departments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the centre takes from the town's files. The files' records check themselves while they are read; what is wrong
 * stops the start with a {@link io.twingrid.chassis.file.BadFileException} that names file and line.
 */
final class Town {
    private Town() {}

    static Departments departments(Path folder) {
        return departmentsFile(folder).toDepartments();
    }

    /** The limits of the catalogue's categories, in the working time of the calendar and the departments. */
    static Deadlines deadlines(Path folder, DeadlineSettings settings) {
        Map<String, Duration> limits = TownFile.read(folder.resolve("catalogue.yaml"), CatalogueFile.class)
                .limits();
        WorkingCalendar calendar = WorkingCalendar.read(folder.resolve("calendar.yaml"));
        return new TownDeadlines(limits, calendar, departmentsFile(folder).workingTimes(calendar), settings);
    }

    private static DepartmentsFile departmentsFile(Path folder) {
        return TownFile.read(folder.resolve("departments.yaml"), DepartmentsFile.class);
    }

    record DepartmentsFile(List<DepartmentEntry> departments) {
        DepartmentsFile {
            requireNonNull(departments, "departments are missing");
            checked(departments);
        }

        Departments toDepartments() {
            return checked(departments);
        }

        private static Departments checked(List<DepartmentEntry> entries) {
            return new Departments(
                    entries.stream().map(DepartmentEntry::toDepartment).toList());
        }

        Map<String, TimeMeasure> workingTimes(WorkingCalendar calendar) {
            Map<String, TimeMeasure> times = new HashMap<>();
            for (DepartmentEntry entry : departments) {
                if (entry.week() != null) {
                    times.put(entry.id(), calendar.withWeek(entry.week()));
                } else if (Boolean.TRUE.equals(entry.aroundTheClock())) {
                    times.put(entry.id(), TimeMeasure.NATURAL);
                }
            }
            return Map.copyOf(times);
        }
    }

    /**
     * A department as the file has it.
     *
     * @param week its working hours if they are not the town's
     * @param aroundTheClock whether it works day and night, on holidays, too
     */
    record DepartmentEntry(
            String id,
            Department.Name name,
            @Nullable WorkingWeek week,
            @Nullable Boolean aroundTheClock) {
        DepartmentEntry {
            requireNonNull(id, "id of a department is missing");
            if (week != null && Boolean.TRUE.equals(aroundTheClock)) {
                throw new IllegalArgumentException(id + " works either a week of its own or around the clock");
            }
        }

        Department toDepartment() {
            return new Department(id, name);
        }
    }

    record CatalogueFile(List<Category> categories) {
        CatalogueFile {
            requireNonNull(categories, "categories are missing");
        }

        Map<String, Duration> limits() {
            Map<String, Duration> limits = new HashMap<>();
            categories.forEach(category -> limits.put(category.code(), Duration.ofHours(category.resolveHours())));
            return Map.copyOf(limits);
        }
    }

    record Category(String code, int resolveHours) {
        Category {
            requireNonNull(code, "code is missing");
            if (resolveHours < 1) {
                throw new IllegalArgumentException("resolveHours of " + code + " must be at least 1: " + resolveHours);
            }
        }
    }
}
