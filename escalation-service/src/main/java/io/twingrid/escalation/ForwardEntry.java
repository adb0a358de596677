package io.twingrid.escalation;

import static java.util.Objects.requireNonNull;

import io.twingrid.escalation.domain.forward.ForwardChannel;
import io.twingrid.escalation.domain.forward.ForwardTarget;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How {@code departments.yaml} says where a department's dispatches are passed on to; checked while it is read, so that the
 * line is named.
 *
 * @param by EMAIL, WEBHOOK or OPEN311
 * @param to an address of e-mail, or a URL
 * @param resolves whether "closed" there means "resolved" here
 */
record ForwardEntry(
        ForwardChannel by,
        String to,
        @Nullable String jurisdiction,
        @Nullable Map<String, String> serviceCodes,
        @Nullable Boolean resolves) {
    ForwardEntry {
        requireNonNull(by, "forward.by is missing: EMAIL, WEBHOOK or OPEN311");
        requireNonNull(to, "forward.to is missing");
        if (by == ForwardChannel.EMAIL) {
            checkMailbox(to);
        } else {
            checkUrl(to);
        }
        if (by != ForwardChannel.OPEN311 && (jurisdiction != null || serviceCodes != null || resolves != null)) {
            throw new IllegalArgumentException("forward.jurisdiction, serviceCodes and resolves belong to OPEN311");
        }
    }

    ForwardTarget toTarget() {
        return new ForwardTarget(
                by,
                to.endsWith("/") && by == ForwardChannel.OPEN311 ? to.substring(0, to.length() - 1) : to,
                jurisdiction,
                serviceCodes == null ? Map.of() : serviceCodes,
                Boolean.TRUE.equals(resolves));
    }

    private static void checkMailbox(String to) {
        if (!to.matches("[^\\s@<>,;]+@[^\\s@<>,;]+")) {
            throw new IllegalArgumentException("forward.to is not an address of e-mail: " + to);
        }
    }

    private static void checkUrl(String to) {
        try {
            URI uri = new URI(to);
            boolean isPlain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (uri.getScheme() != null
                    && Set.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null
                    && isPlain) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("forward.to is not a URL: " + to, e);
        }
        throw new IllegalArgumentException(
                "forward.to must be http://… or https://… with a host, without a password, a query or a fragment: "
                        + to);
    }
}
