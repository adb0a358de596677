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
import io.twingrid.intake.domain.ViewChange.WentOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each fact means for the public view. */
public final class ViewRoutes {
    private static final String PREFIX = "io.twingrid.report.";
    private static final String VERSION = ".v1";
    private static final String COMMUNITY = "COMMUNITY";
    private static final String STREET = "STREET";
    private static final Rule STAYS = step -> null;

    private ViewRoutes() {}

    /** Where a report stands after a step; null if that has not changed. */
    @FunctionalInterface
    private interface Rule {
        @Nullable
        Status after(ReportFact.Step step);
    }

    /** The table. A step's level stands here where only one service writes it, and in the fact where both do. */
    public static FactRoutes<ViewChange> routes() {
        FactRoutes.Table<ViewChange> table = FactRoutes.<ViewChange>table()
                .on(type("submitted"), ReportFact.Submitted.class, (fact, data) -> new Opened(data.report(), fact.id()))
                .on(
                        type("supported"),
                        ReportFact.Supported.class,
                        (fact, data) -> new Supported(data.reportId(), fact.id(), data.at(), data.by()))
                .on(type("feedback-given"), ReportFact.FeedbackGiven.class, ViewRoutes::judged)
                .on(type("routed"), ReportFact.Routed.class, ViewRoutes::routed)
                .on(type("noted"), ReportFact.Noted.class, ViewRoutes::noted)
                .on(type("resumed"), ReportFact.Step.class, ViewRoutes::resumed);
        step(table, "verified", COMMUNITY, to(Status.VERIFIED));
        step(table, "verification-overdue", COMMUNITY, STAYS);
        step(table, "rejected", COMMUNITY, to(Status.REJECTED));
        step(table, "invalidated", COMMUNITY, to(Status.REJECTED));
        step(table, "transferred", COMMUNITY, STAYS);
        step(table, "merged", COMMUNITY, to(Status.MERGED));
        step(table, "unmerged", COMMUNITY, ViewRoutes::said);
        step(table, "joined", COMMUNITY, STAYS);
        step(table, "parted", COMMUNITY, STAYS);
        step(table, "assigned", null, orWithStreet(Status.ASSIGNED));
        step(table, "escalated", COMMUNITY, to(Status.ESCALATED));
        step(table, "dispatched", STREET, to(Status.DISPATCHED));
        step(table, "accepted", STREET, STAYS);
        step(table, "reported-in", STREET, STAYS);
        step(table, "forwarded", STREET, STAYS);
        step(table, "declined", STREET, to(Status.ESCALATED));
        step(table, "returned", STREET, to(Status.VERIFIED));
        step(table, "urged", STREET, STAYS);
        step(table, "held", null, to(Status.ON_HOLD));
        step(table, "extension-requested", null, STAYS);
        step(table, "extension-declined", null, STAYS);
        step(table, "extended", null, STAYS);
        step(table, "resolved", null, to(Status.RESOLVED));
        step(table, "rework-requested", null, orWithStreet(Status.ASSIGNED));
        step(table, "reopened", null, orWithStreet(Status.VERIFIED));
        step(table, "closed", COMMUNITY, to(Status.CLOSED));
        return table.done();
    }

    private static Rule to(Status status) {
        return step -> status;
    }

    /** Who resolved it has it again, and whom the street names is one of its own: then it is with the street. */
    private static Rule orWithStreet(Status status) {
        return step -> step.isOfStreet() ? Status.ESCALATED : status;
    }

    /** Where the fact says that it goes on; a word that nobody knows changes nothing. */
    private static @Nullable Status said(ReportFact.Step step) {
        return step.state() == null ? null : Status.of(step.state()).orElse(null);
    }

    private static void step(FactRoutes.Table<ViewChange> table, String name, @Nullable String level, Rule rule) {
        table.on(
                type(name),
                ReportFact.Step.class,
                (fact, step) -> new Advanced(
                        step.reportId(),
                        fact.id(),
                        entry(name, step, step.level() == null ? level : step.level(), rule.after(step)),
                        null,
                        expectedBy(name, step)));
    }

    private static ViewChange resumed(Fact fact, ReportFact.Step step) {
        TimelineEntry entry = entry("resumed", step, step.level(), said(step));
        return entry.status() == null
                ? new WentOn(step.reportId(), fact.id(), entry, step.dueBy())
                : new Advanced(step.reportId(), fact.id(), entry, null, step.resolveBy());
    }

    private static TimelineEntry entry(
            String name, ReportFact.Step step, @Nullable String level, @Nullable Status status) {
        return new TimelineEntry(
                step.at(), name, level, step.department(), step.coDepartments(), publicWords(name, step), status);
    }

    /** The words that its writer means for the public. A reason for going up, back or on to somebody is the staff's own. */
    private static @Nullable String publicWords(String name, ReportFact.Step step) {
        return switch (name) {
            case "resolved" -> step.note();
            case "rejected" -> step.note() == null ? step.reason() : step.note();
            case "held", "closed" -> step.reason();
            default -> null;
        };
    }

    /** A time that is only asked for, or has passed already, is nothing to expect. */
    private static @Nullable Instant expectedBy(String name, ReportFact.Step step) {
        return switch (name) {
            case "extended" -> step.until();
            case "dispatched" -> step.dueBy();
            case "unmerged" -> step.resolveBy();
            case "reopened", "rework-requested" -> step.isOfStreet() ? null : step.resolveBy();
            default -> null;
        };
    }

    private static ViewChange routed(Fact fact, ReportFact.Routed data) {
        TimelineEntry entry = TimelineEntry.of(data.at(), "routed", COMMUNITY, null, Status.ROUTED);
        return new Advanced(data.reportId(), fact.id(), entry, data.area(), data.resolveBy());
    }

    private static ViewChange noted(Fact fact, ReportFact.Noted data) {
        // An internal note leaves no trace in the public story; the step itself would already tell something.
        TimelineEntry entry = TimelineEntry.of(data.at(), "noted", data.level(), data.text(), null);
        return data.isPublic()
                ? new Advanced(data.reportId(), fact.id(), entry, null, null)
                : new ViewChange.Ignored(data.reportId());
    }

    private static ViewChange judged(Fact fact, ReportFact.FeedbackGiven data) {
        TimelineEntry entry = TimelineEntry.of(data.at(), "feedback-given", null, null, null);
        Feedback feedback = new Feedback(data.resolved(), data.satisfaction(), data.comment());
        return new Judged(data.reportId(), fact.id(), entry, feedback);
    }

    private static String type(String name) {
        return PREFIX + name + VERSION;
    }
}
