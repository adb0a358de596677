package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problems;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.IntakeSettings;
import io.twingrid.intake.Sender;
import io.twingrid.intake.Submission;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** For a courier who comes back on line with several: each report has its own outcome, as if it had come alone. */
@RestController
@Tag(name = ReportController.TAG)
class BatchController {
    private final Submission submission;
    private final Receipts receipts;
    private final IntakeSettings settings;
    private final JsonMapper json;

    BatchController(Submission submission, Receipts receipts, IntakeSettings settings, JsonMapper json) {
        this.submission = submission;
        this.receipts = receipts;
        this.settings = settings;
        this.json = json;
    }

    @PostMapping("/api/reports/batch")
    @Operation(
            operationId = "submitReports",
            summary = "Report several things at once",
            description = "Outcomes come in the order of the reports. Give each an idempotencyKey, and the whole batch"
                    + " can be sent again after a broken line.")
    @ApiResponse(responseCode = "200", description = "An outcome for each, with the status it would have had alone")
    @ApiResponse(
            responseCode = "400",
            description = "The batch itself cannot be read, is empty or too long",
            content = {})
    @ApiResponse(
            responseCode = "413",
            description = "The body is too large",
            content = {})
    Mono<Outcomes> submit(@RequestBody Batch batch, Caller caller, @Nullable Locale locale) {
        List<JsonNode> reports = batch.reports();
        if (reports == null || reports.isEmpty() || reports.size() > settings.batch()) {
            return Mono.error(
                    Problem.invalid("reports", "from 1 to " + settings.batch()).asException());
        }
        return Flux.fromIterable(reports)
                .flatMapSequential(report -> outcome(report, caller, locale), atOnce(reports))
                .collectList()
                .map(Outcomes::new);
    }

    /** Of two under one key the first counts, so they do not run side by side. */
    private int atOnce(List<JsonNode> reports) {
        List<String> keys = reports.stream()
                .map(report -> report.path("idempotencyKey").asString(""))
                .filter(key -> !key.isEmpty())
                .toList();
        return new HashSet<>(keys).size() == keys.size() ? settings.batchAtOnce() : 1;
    }

    private Mono<Outcome> outcome(JsonNode report, Caller caller, @Nullable Locale locale) {
        return Mono.defer(() -> {
                    BatchItem item = json.treeToValue(report, BatchItem.class);
                    if (item == null || item.report() == null) {
                        throw Problem.invalid("report", "is missing").asException();
                    }
                    NewReport body = item.report();
                    return submission.submit(
                            body.toDraft(), Sender.of(caller, body.anonymous(), item.idempotencyKey(), "batch"));
                })
                .flatMap(accepted -> receipts.of(accepted, locale))
                .map(receipt -> new Outcome(201, receipt, null))
                .onErrorResume(e -> {
                    Problem problem = Problems.of(e);
                    return Mono.just(new Outcome(problem.status().value(), null, problem.document()));
                });
    }

    /** The body. The items are read one by one, so that one that cannot be read does not spoil the others. */
    record Batch(
            @ArraySchema(schema = @Schema(implementation = BatchItem.class)) @Nullable
            List<JsonNode> reports) {}

    /** A report with the client's own key. */
    record BatchItem(
            @Nullable String idempotencyKey, @Nullable NewReport report) {}

    record Outcomes(List<Outcome> items) {}

    /** What came of one: its status, and the receipt or the problem. */
    record Outcome(
            @Schema(example = "201") int status,
            @Nullable Receipt report,
            @Nullable ProblemDetail problem) {}
}
