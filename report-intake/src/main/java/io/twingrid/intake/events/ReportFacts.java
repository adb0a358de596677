package io.twingrid.intake.events;

import io.twingrid.chassis.change.Trace;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.chassis.fact.FactSender;
import io.twingrid.intake.domain.Feedback;
import io.twingrid.intake.domain.Flag;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.Report;
import io.twingrid.intake.domain.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** States what intake is the writer of. Each completes on the broker's ack. */
public final class ReportFacts {
    private static final String SERVICE = "report-intake";

    private final FactSender sender;
    private final String topic;

    public ReportFacts(FactSender sender, String topic) {
        this.sender = sender;
        this.topic = topic;
    }

    record Submitted(
            String reportId,
            String number,
            Instant at,
            Report.@Nullable Reporter reporter,
            String category,
            String description,
            Location location,
            @Nullable String address,
            List<String> photos,
            boolean handledOnSpot,
            Map<String, String> attributes,
            String channel,
            @Nullable Double accuracy,
            List<Flag> flags) {}

    record Supported(String reportId, Instant at, String by) {}

    record FeedbackGiven(
            String reportId,
            Instant at,
            @Nullable String by,
            boolean resolved,
            @Nullable Integer satisfaction,
            @Nullable String comment) {}

    public Mono<Void> submitted(Report report) {
        Submitted data = new Submitted(
                report.id(),
                report.number(),
                report.at(),
                report.reporter(),
                report.category(),
                report.description(),
                report.location(),
                report.address(),
                report.photos(),
                report.handledOnSpot(),
                report.attributes(),
                report.channel(),
                report.accuracy(),
                report.flags());
        return send("submitted", "submitted", report.id(), report.at(), data);
    }

    /** One person's support has one id, so it counts once however often it is said; the id does not name the person. */
    public Mono<Void> supported(String reportId, String by, Instant at) {
        return send(
                "supported:" + Long.toHexString(Sha256.bits(by)),
                "supported",
                reportId,
                at,
                new Supported(reportId, at, by));
    }

    public Mono<Void> feedbackGiven(String reportId, @Nullable String by, Feedback feedback, Instant at) {
        FeedbackGiven data =
                new FeedbackGiven(reportId, at, by, feedback.resolved(), feedback.satisfaction(), feedback.comment());
        return send("feedback:" + at.toEpochMilli(), "feedback-given", reportId, at, data);
    }

    private Mono<Void> send(String occasion, String name, String reportId, Instant at, Object data) {
        return Mono.deferContextual(context -> sender.send(
                topic,
                new Fact(
                        SERVICE + ":" + reportId + ":" + occasion,
                        "io.twingrid.report." + name + ".v1",
                        "/" + SERVICE,
                        reportId,
                        at,
                        Trace.of(context),
                        FactJson.write(data))));
    }
}
