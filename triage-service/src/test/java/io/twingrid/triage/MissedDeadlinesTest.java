package io.twingrid.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.Backends;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A service that was away for two months while reports came in and ran out of time. */
class MissedDeadlinesTest {
    private static final String OVERDUE = "io.twingrid.report.verification-overdue.v1";
    private static final String ESCALATED = "io.twingrid.report.escalated.v1";
    /** An urgent matter of the community: its limits run day and night. */
    private static final String URGENT = "09999";

    private static final JsonMapper JSON = new JsonMapper();

    /** That nobody has looked at a report in time: since when that was so, and when it was told. */
    private record Told(Instant due, Instant at) {}

    @Test
    void whateverWasMissedHappensInTheOrderInWhichItWasDueWhicheverCaseItConcerns() {
        String space;
        try (RunningService before = RunningService.start(TriageService.application())) {
            space = before.space();
        }
        try (FactTopic topic = FactTopic.open(Backends.kafkaBrokers(), space + ".report-events")) {
            List<Fact> reports = submittedMeanwhile();
            reports.forEach(topic::send);
            try (RunningService after = RunningService.startIn(space, TriageService.application())) {
                List<Told> told = new ArrayList<>();
                for (Fact report : reports) {
                    after.facts("report-events").awaitOne(ESCALATED, report.subject());
                    Fact overdue = after.facts("report-events").awaitOne(OVERDUE, report.subject());
                    told.add(new Told(verifyBy(overdue), overdue.time()));
                }
                told.sort(Comparator.comparing(Told::due));
                assertThat(told).extracting(Told::at).isSorted();
            }
        }
    }

    private static List<Fact> submittedMeanwhile() {
        List<Fact> reports = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> Instant.now().minus(Duration.ofDays(60)).plus(Duration.ofHours(i)))
                .map(at -> TriageTown.submitted("{\"category\":\"" + URGENT + "\",\"at\":\"" + at + "\"}"))
                .toList());
        Collections.shuffle(reports, new Random(30));
        return reports;
    }

    private static Instant verifyBy(Fact overdue) {
        return Instant.parse(JSON.readTree(overdue.data()).required("verifyBy").asString());
    }
}
