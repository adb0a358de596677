package io.twingrid.triage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.triage.TriageSettings.UnknownCategory;
import io.twingrid.triage.domain.Priority;
import org.junit.jupiter.api.Test;

class TriageSettingsTest {
    private static final UnknownCategory UNKNOWN = new UnknownCategory(Priority.NORMAL, 4, 24);

    @Test
    void aSettingThatCannotBeIsRefusedByItsName() {
        assertThatThrownBy(() -> new TriageSettings(" ", UNKNOWN, 1, 1, 1, 1, 1, 1))
                .hasMessageContaining("triage.fallback-grid");
        assertThatThrownBy(() -> new TriageSettings("g", UNKNOWN, 0, 1, 1, 1, 1, 1))
                .hasMessageContaining("triage.longest-text");
        assertThatThrownBy(() -> new TriageSettings("g", UNKNOWN, 1, 1, 1, 1, 2, 1))
                .hasMessageContaining("triage.largest-page");
        assertThatThrownBy(() -> new UnknownCategory(Priority.NORMAL, 4, 3)).hasMessageContaining("resolveHours");
    }
}
