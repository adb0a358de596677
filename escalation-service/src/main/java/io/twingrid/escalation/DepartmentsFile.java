package io.twingrid.escalation;

import static java.util.Objects.requireNonNull;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.chassis.file.TownFile;
import io.twingrid.chassis.time.TimeMeasure;
import io.twingrid.chassis.time.WorkingCalendar;
import io.twingrid.chassis.time.WorkingWeek;
import io.twingrid.escalation.domain.Department;
import io.twingrid.escalation.domain.Departments;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The town's {@code departments.yaml}: whom the sorting centre can dispatch to. Its records check themselves while they are read. */
record DepartmentsFile(List<Entry> departments) {
    static final String NAME = "departments.yaml";

    DepartmentsFile {
        requireNonNull(departments, "departments are missing");
        toDepartments(departments);
    }

    /**
     * The departments in a town's folder.
     *
     * @param calendar the town's working time
     * @param categories codes of the catalogue
     * @throws BadFileException if the file is missing or wrong; the message names file and line
     */
    static TownDepartments read(Path town, WorkingCalendar calendar, Set<String> categories) {
        Path path = town.resolve(NAME);
        DepartmentsFile file = TownFile.read(path, DepartmentsFile.class);
        for (Entry entry : file.departments()) {
            for (String category : orNone(entry.categories())) {
                if (!categories.contains(category)) {
                    throw new BadFileException(
                            "%s%s: category %s of department %s is not in catalogue.yaml"
                                    .formatted(path, TownFile.lineOf(path, category), category, entry.id()),
                            null);
                }
            }
        }
        return new TownDepartments(toDepartments(file.departments()), file.workingTimes(calendar));
    }

    private static Departments toDepartments(List<Entry> entries) {
        return new Departments(entries.stream().map(Entry::toDepartment).toList());
    }

    private Map<String, TimeMeasure> workingTimes(WorkingCalendar calendar) {
        Map<String, TimeMeasure> times = new HashMap<>();
        for (Entry entry : departments) {
            if (entry.week() != null) {
                times.put(entry.id(), calendar.withWeek(entry.week()));
            } else if (Boolean.TRUE.equals(entry.aroundTheClock())) {
                times.put(entry.id(), TimeMeasure.NATURAL);
            }
        }
        return times;
    }

    private static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    /**
     * A department as the file has it.
     *
     * @param categories codes of the catalogue's categories that are its affair
     * @param officers ids of the people who work there
     * @param week its working hours if they are not the town's
     * @param aroundTheClock whether it works day and night, on holidays, too
     * @param forward how dispatches are passed on to a system of its own, if at all
     */
    record Entry(
            String id,
            Department.Name name,
            @Nullable List<String> categories,
            @Nullable List<String> officers,
            @Nullable WorkingWeek week,
            @Nullable Boolean aroundTheClock,
            @Nullable ForwardEntry forward) {
        Entry {
            requireNonNull(id, "id of a department is missing");
            if (week != null && Boolean.TRUE.equals(aroundTheClock)) {
                throw new IllegalArgumentException(id + " works either a week of its own or around the clock");
            }
        }

        Department toDepartment() {
            return new Department(
                    id, name, orNone(categories), orNone(officers), forward == null ? null : forward.toTarget());
        }
    }
}
