package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.escalation.domain.Department;
import java.util.List;

/** A department as the public sees it: what it is called and does, not who works there. */
@Schema(name = "Department")
record DepartmentView(
        String id,
        Department.Name name,

        @Schema(description = "Codes in the town's catalogue of what is its affair")
        List<String> categories) {
    static DepartmentView of(Department department) {
        return new DepartmentView(department.id(), department.name(), department.categories());
    }
}
