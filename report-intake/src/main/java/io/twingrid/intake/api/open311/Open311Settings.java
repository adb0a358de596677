package io.twingrid.intake.api.open311;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the town shows itself to other software.
 *
 * @param jurisdiction its id
 * @param jurisdictionRequired whether clients must name it
 * @param contact whom to ask for a key
 * @param changeset a text that sorts later than the one before; set it anew when the catalogue is replaced
 * @param type {@code production} or {@code test}
 * @param window the longest time between start_date and end_date, and the default
 * @param most records in one answer
 */
@ConfigurationProperties("intake.open311")
public record Open311Settings(
        String jurisdiction,
        boolean jurisdictionRequired,
        String contact,
        String changeset,
        String type,
        Duration window,
        int most) {
    public Open311Settings {
        if (!type.equals("production") && !type.equals("test")) {
            throw new IllegalArgumentException("intake.open311.type must be production or test");
        }
        if (window.isNegative() || window.isZero() || most < 1) {
            throw new IllegalArgumentException("intake.open311.window and most must be positive");
        }
    }
}
