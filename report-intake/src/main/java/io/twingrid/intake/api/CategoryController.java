package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.intake.domain.Catalogue;
import io.twingrid.intake.domain.Category;
import java.util.Collection;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Categories", description = "What can be reported")
class CategoryController {
    private final Catalogue catalogue;

    CategoryController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/categories")
    @Operation(
            operationId = "listCategories",
            summary = "What can be reported, with the questions that are asked besides",
            description = "In the order in which they are to be shown.")
    Collection<Category> all() {
        return catalogue.all();
    }
}
