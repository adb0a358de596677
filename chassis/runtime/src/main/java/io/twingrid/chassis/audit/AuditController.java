package io.twingrid.chassis.audit;

import io.swagger.v3.oas.annotations.Hidden;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.Page;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The audit as admins read it, under the service's name, so that one gateway can lead to all. An operator's, like health. */
@RestController
@Hidden
class AuditController {
    private static final int LARGEST_PAGE = 200;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/api/audit/${chassis.service}")
    Mono<Page<AuditEntry>> lines(
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.invalid("limit", "must be 1 to " + LARGEST_PAGE).asException();
        }
        return trail.page(by, subject, cursor == null ? null : position(cursor), limit + 1)
                .collectList()
                .map(found -> Page.of(found, limit, AuditEntry::id));
    }

    private static ObjectId position(String cursor) {
        String id = Cursor.read(cursor);
        if (!ObjectId.isValid(id)) {
            throw Cursor.badCursor();
        }
        return new ObjectId(id);
    }
}
