package io.twingrid.chassis.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command of one person.
 *
 * @param id in the order of writing
 * @param by the token's {@code sub}, the only word about the person
 * @param roles what the person was when it was done
 * @param operation method and path, with names where the ids were: {@code POST /api/things/{id}/ring}
 * @param subjects the ids in the path, and the last part of the address of what was made
 * @param status the HTTP status of the answer; 2xx is done, anything else is an attempt
 * @param from the caller's network, /24 or /48: enough to tell offices apart, too little to tell people apart
 * @param requestId the gateway's id of the request, which the logs have too
 */
record AuditEntry(
        String id,
        Instant at,
        String by,
        List<String> roles,
        String operation,
        List<String> subjects,
        int status,
        String from,
        @Nullable String requestId) {}
