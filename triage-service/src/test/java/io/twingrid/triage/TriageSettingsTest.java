package io.twingrid.triage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.triage.TriageSettings.Counting;
import io.twingrid.triage.TriageSettings.Duplicates;
import io.twingrid.triage.TriageSettings.UnknownCategory;
import io.twingrid.triage.domain.Priority;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TriageSettingsTest {
    private static final UnknownCategory UNKNOWN = new UnknownCategory(Priority.NORMAL, 4, 24);

    @Test
    void aSettingThatCannotBeIsRefusedByItsName() {
        assertThatThrownBy(() -> settings(" ", 1, 1)).hasMessageContaining("triage.fallback-grid");
        assertThatThrownBy(() -> settings("g", 0, 1)).hasMessageContaining("triage.longest-text");
        assertThatThrownBy(() -> settings("g", 1, 2)).hasMessageContaining("triage.largest-page");
        assertThatThrownBy(() -> new UnknownCategory(Priority.NORMAL, 4, 3)).hasMessageContaining("resolveHours");
        assertThatThrownBy(() -> new Duplicates(50, Duration.ZERO, 5, 50)).hasMessageContaining("PT0S");
    }

    private static TriageSettings settings(String grid, int longestText, int page) {
        return new TriageSettings(
                grid,
                ZoneOffset.UTC,
                UNKNOWN,
                new Duplicates(50, Duration.ofDays(3), 5, 50),
                Duration.ofDays(7),
                false,
                longestText,
                1,
                1,
                1,
                1,
                1,
                Duration.ofDays(1),
                1,
                new Counting(Duration.ofSeconds(1), 1),
                1,
                page,
                1);
    }
}
