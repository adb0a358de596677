package io.twingrid.intake;

import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.domain.Report;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a report, and by which way.
 *
 * @param client whose idempotency keys these are: a person, another city's software, or everybody without a name
 * @param reporter who is named on the report, or null
 * @param key the client's idempotency key, or null
 * @param channel by which way it comes
 */
public record Sender(
        String client,
        Report.@Nullable Reporter reporter,
        @Nullable String key,
        String channel) {

    /**
     * A person, or somebody without a token.
     *
     * @param anonymous the caller has a name but does not want it on the report
     */
    public static Sender of(Caller caller, boolean anonymous, @Nullable String key, String channel) {
        String id = caller.id();
        return new Sender(
                Objects.requireNonNullElse(id, ""),
                id == null || anonymous ? null : new Report.Reporter(id, caller.is("observer")),
                key,
                channel);
    }
}
