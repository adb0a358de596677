package io.twingrid.chassis.audit;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is audited, and for how long it is kept.
 *
 * @param kept after which a line goes by itself; whole days
 * @param leftOut roles whose own commands are not audited: those of people who act only for themselves
 */
@ConfigurationProperties("chassis.audit")
record AuditSettings(
        @DefaultValue("200d") Duration kept, @DefaultValue Set<String> leftOut) {
    AuditSettings {
        if (kept.toDays() < 1) {
            throw new IllegalArgumentException("chassis.audit.kept must be 1d or more, not " + kept);
        }
        leftOut = Set.copyOf(leftOut);
    }
}
