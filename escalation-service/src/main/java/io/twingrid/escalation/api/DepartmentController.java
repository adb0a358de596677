package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.web.Page;
import io.twingrid.escalation.DepartmentSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The town's departments, public. */
@RestController
@Tag(name = "Departments", description = "Whom the street's sorting centre can dispatch to")
class DepartmentController {
    private final DepartmentSource departments;

    DepartmentController(DepartmentSource departments) {
        this.departments = departments;
    }

    @GetMapping("/api/departments")
    @Operation(
            operationId = "listDepartments",
            summary = "All departments, in the town's own order, with names in Chinese and English")
    @SecurityRequirements
    Page<DepartmentView> list() {
        return new Page<>(
                departments.latest().departments().stream()
                        .map(DepartmentView::of)
                        .toList(),
                null);
    }
}
