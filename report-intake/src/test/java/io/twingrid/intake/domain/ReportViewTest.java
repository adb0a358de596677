package io.twingrid.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportViewTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void departmentsHaveItFromTheDispatchUntilItIsGivenBack() {
        assertThat(with("dispatched", "accepted", "resolved", "closed")).containsExactly("power", "water");
        assertThat(with("escalated")).isEmpty();
        assertThat(with("dispatched", "declined")).isEmpty();
        assertThat(with("dispatched", "returned")).isEmpty();
        assertThat(with("dispatched", "declined", "dispatched")).containsExactly("power", "water");
    }

    /** Which of three departments have a report after some steps. */
    private static List<String> with(String... steps) {
        ReportView begun = ReportView.submitted(report());
        List<TimelineEntry> timeline = Stream.concat(
                        begun.timeline().stream(), Stream.of(steps).map(ReportViewTest::step))
                .toList();
        ReportView view =
                new ReportView(begun.report(), Status.DISPATCHED, null, NOON, timeline, 0, null, Visibility.HELD, null);
        return Stream.of("power", "water", "fire").filter(view::isWith).toList();
    }

    private static TimelineEntry step(String type) {
        return type.equals("dispatched")
                ? new TimelineEntry(NOON, type, "STREET", "power", List.of("water"), null, Status.DISPATCHED)
                : TimelineEntry.of(NOON, type, null, null, null);
    }

    private static Report report() {
        return new Report(
                "id",
                "number",
                NOON,
                null,
                "01037",
                "dark",
                new Location(24.611, 118.004),
                null,
                List.of(),
                false,
                Map.of(),
                "api",
                null,
                List.of());
    }
}
