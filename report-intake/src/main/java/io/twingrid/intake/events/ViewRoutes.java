package io.twingrid.intake.events;

import io.twingrid.chassis.edge.FactRoutes;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.intake.domain.Feedback;
import io.twingrid.intake.domain.Status;
import io.twingrid.intake.domain.TimelineEntry;
import io.twingrid.intake.domain.ViewChange;
import io.twingrid.intake.domain.ViewChange.Advanced;
import io.twingrid.intake.domain.ViewChange.Judged;
import io.twingrid.intake.domain.ViewChange.Opened;
import io.twingrid.intake.domain.ViewChange.Supported;
import org.jspecify.annotations.Nullable;

/** What each fact means for the public view. */
public final class ViewRoutes {
    private static final String PREFIX = "io.twingrid.report.";
    private static final String VERSION = ".v1";

    private ViewRoutes() {}

    public static FactRoutes<ViewChange> routes() {
        FactRoutes.Table<ViewChange> table = FactRoutes.<ViewChange>table()
                .on(type("submitted"), ReportFact.Submitted.class, (fact, data) -> new Opened(data.report(), fact.id()))
                .on(
                        type("supported"),
                        ReportFact.Supported.class,
                        (fact, data) -> new Supported(data.reportId(), data.by()))
                .on(type("feedback-given"), ReportFact.FeedbackGiven.class, ViewRoutes::judged)
                .on(type("routed"), ReportFact.Routed.class, ViewRoutes::routed)
                .on(type("noted"), ReportFact.Noted.class, ViewRoutes::noted);
        step(table, "verified");
        step(table, "assigned");
        step(table, "escalated");
        step(table, "dispatched");
        step(table, "declined");
        step(table, "returned");
        step(table, "held");
        step(table, "extended");
        step(table, "urged");
        step(table, "resolved");
        step(table, "rework-requested");
        step(table, "reopened");
        step(table, "closed");
        step(table, "rejected");
        step(table, "merged");
        step(table, "invalidated");
        return table.done();
    }

    private static void step(FactRoutes.Table<ViewChange> table, String name) {
        table.on(type(name), ReportFact.Step.class, (fact, data) -> advanced(fact, name, data));
    }

    private static ViewChange advanced(Fact fact, String name, ReportFact.Step step) {
        TimelineEntry entry =
                new TimelineEntry(step.at(), name, step.level(), step.department(), publicWords(name, step));
        return new Advanced(step.reportId(), fact.id(), entry, Status.after(name), null, step.until());
    }

    /** The words that its writer means for the public. A reason for going up, back or on to somebody is the staff's own. */
    private static @Nullable String publicWords(String name, ReportFact.Step step) {
        return switch (name) {
            case "resolved" -> step.note();
            case "rejected", "held", "closed" -> step.reason();
            default -> null;
        };
    }

    private static ViewChange routed(Fact fact, ReportFact.Routed data) {
        TimelineEntry entry = new TimelineEntry(data.at(), "routed", "COMMUNITY", null, null);
        return new Advanced(data.reportId(), fact.id(), entry, Status.ROUTED, data.area(), data.resolveBy());
    }

    private static ViewChange noted(Fact fact, ReportFact.Noted data) {
        // An internal note leaves no trace in the public story; the step itself would already tell something.
        TimelineEntry entry = new TimelineEntry(data.at(), "noted", data.level(), null, data.text());
        return data.isPublic()
                ? new Advanced(data.reportId(), fact.id(), entry, null, null, null)
                : new ViewChange.Ignored(data.reportId());
    }

    private static ViewChange judged(Fact fact, ReportFact.FeedbackGiven data) {
        TimelineEntry entry = new TimelineEntry(data.at(), "feedback-given", null, null, null);
        Feedback feedback = new Feedback(data.resolved(), data.satisfaction(), data.comment());
        return new Judged(data.reportId(), fact.id(), entry, feedback);
    }

    private static String type(String name) {
        return PREFIX + name + VERSION;
    }
}
