package io.twingrid.points;

import io.twingrid.chassis.fact.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about reports as the desks state them. */
final class ReportFacts {
    static final Instant AT_NOON = Instant.parse("2026-11-22T04:00:00Z");

    private ReportFacts() {}

    /** Whether a fact tells of an entry that a report caused; the town's first observers are told on the same topic. */
    static boolean isOfAnEntry(Fact fact) {
        return fact.type().equals("io.twingrid.points.credited.v1")
                || fact.type().equals("io.twingrid.points.reversed.v1");
    }

    static String someReport() {
        return "report-" + UUID.randomUUID();
    }

    static String someObserver() {
        return "observer-" + UUID.randomUUID();
    }

    /** A street light (8 points), resolved by the community. */
    static Fact resolved(String reportId, String observer) {
        return resolved(reportId, "01037", """
                {"id":"%s","observer":true}""".formatted(observer));
    }

    /** A report of a category and a reporter, given as JSON; null if it was anonymous. */
    static Fact resolved(String reportId, String category, @Nullable String reporter) {
        return fact(reportId, "resolved", """
                {"reportId":"%s","number":"20261122-7K3M9QXA","at":"%s","level":"COMMUNITY","by":"grid-tieshan","note":"done",
                 "photos":[],%s"category":"%s","priority":"NORMAL","handledOnSpot":false}""".formatted(
                        reportId, AT_NOON, reporter == null ? "" : "\"reporter\":" + reporter + ",", category));
    }

    static Fact invalidated(String reportId) {
        return fact(reportId, "invalidated", """
                {"reportId":"%s","at":"%s","by":"lead-tieshan","reason":"not so"}""".formatted(reportId, AT_NOON));
    }

    /** A fact of which only the report and the time are used. */
    static Fact step(String reportId, String name) {
        return fact(reportId, name, """
                {"reportId":"%s","at":"%s","by":"lead-tieshan"}""".formatted(reportId, AT_NOON));
    }

    private static Fact fact(String reportId, String name, String data) {
        return new Fact(
                "triage-service:" + reportId + ":" + name,
                "io.twingrid.report." + name + ".v1",
                "/triage-service",
                reportId,
                AT_NOON,
                null,
                data);
    }
}
