package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.web.Page;
import io.twingrid.escalation.domain.Department;
import io.twingrid.escalation.domain.Departments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The town's departments, public. */
@RestController
@Tag(name = "Departments", description = "Whom the street's sorting centre can dispatch to")
class DepartmentController {
    private final Departments departments;

    DepartmentController(Departments departments) {
        this.departments = departments;
    }

    @GetMapping("/api/departments")
    @Operation(
            operationId = "listDepartments",
            summary = "All departments, in the town's own order, with names in Chinese and English")
    @SecurityRequirements
    Page<Department> list() {
        return new Page<>(departments.departments(), null);
    }
}
