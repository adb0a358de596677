package io.twingrid.chassis.audit;

import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.security.Witness;
import io.twingrid.chassis.web.CallerAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Writes a line for every command of a known caller, the refused ones too, before the answer goes out. Stands between who
 * somebody is and what he may do, so that an attempt that the access rules refuse is seen as well.
 */
final class AuditWitness implements Witness {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int LONGEST_PATH = 200;

    private final AuditTrail trail;
    private final AuditSettings settings;
    private final CallersNetwork network;
    private final Clock clock;

    AuditWitness(AuditTrail trail, AuditSettings settings, CallerAddress addresses, Clock clock) {
        this.trail = trail;
        this.settings = settings;
        this.network = new CallersNetwork(addresses);
        this.clock = clock;
    }

    @Override
    public void see(ServerWebExchange exchange, Caller caller) {
        if (!READING.contains(exchange.getRequest().getMethod()) && isAudited(caller)) {
            exchange.getResponse().beforeCommit(() -> trail.add(entry(exchange, caller)));
        }
    }

    private boolean isAudited(Caller caller) {
        return !caller.isAnonymous() && !settings.leftOut().containsAll(caller.roles());
    }

    private AuditEntry entry(ServerWebExchange exchange, Caller caller) {
        ServerHttpRequest request = exchange.getRequest();
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return new AuditEntry(
                new ObjectId().toHexString(),
                clock.instant(),
                caller.requiredId(),
                caller.roles().stream().sorted(Comparator.naturalOrder()).toList(),
                request.getMethod() + " " + operationOf(exchange),
                subjectsOf(exchange),
                status == null ? 200 : status.value(),
                network.of(request),
                request.getHeaders().getFirst("X-Request-Id"));
    }

    /** The path with names instead of ids; as it came when nothing here answers to it. */
    private static String operationOf(ServerWebExchange exchange) {
        PathPattern pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String path = pattern == null ? exchange.getRequest().getPath().value() : pattern.getPatternString();
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }

    private static List<String> subjectsOf(ServerWebExchange exchange) {
        Map<String, String> inPath =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        List<String> subjects = new ArrayList<>(inPath.values());
        @Nullable String made = exchange.getResponse().getHeaders().getFirst("Location");
        if (made != null) {
            subjects.add(made.substring(made.lastIndexOf('/') + 1));
        }
        return subjects;
    }
}
