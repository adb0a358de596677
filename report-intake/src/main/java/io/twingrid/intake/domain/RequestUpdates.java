package io.twingrid.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What other software told of reports, once each however often it is sent. */
public interface RequestUpdates {
    /** True if it is new, false if this client has sent an update of this id before. */
    Mono<Boolean> keep(Update update);

    /** An update as it was sent; {@code status} in the client's words. */
    record Update(
            String client,
            String updateId,
            String reportId,
            String status,
            @Nullable String description,
            Instant at) {}
}
