package io.twingrid.escalation.domain.forward;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a department's dispatches are passed on to, as the operator's file says; nothing else is ever called.
 *
 * @param to an address of e-mail, the address of a webhook, or the root of an Open311 endpoint
 * @param jurisdiction Open311's {@code jurisdiction_id}, if the endpoint needs one
 * @param serviceCodes Open311's {@code service_code} by our category; a category that is not named goes by its own code
 * @param isTrustedToResolve whether "closed" there means "resolved" here; otherwise the centre is told and decides
 */
public record ForwardTarget(
        ForwardChannel channel,
        String to,
        @Nullable String jurisdiction,
        Map<String, String> serviceCodes,
        boolean isTrustedToResolve) {
    public ForwardTarget {
        serviceCodes = Map.copyOf(serviceCodes);
    }
}
