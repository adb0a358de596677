package io.twingrid.points.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Page;
import io.twingrid.points.Adjusting;
import io.twingrid.points.Audit;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.domain.Adjustment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the points staff do to accounts by hand, and the audit. */
@RestController
@RequestMapping("/api/points")
@Tag(name = "Points staff")
@ApiResponse(responseCode = "200")
@Answers.Personal
class AdjustmentsController {
    private final Adjusting adjusting;
    private final Audit audit;
    private final PointsSettings settings;

    AdjustmentsController(Adjusting adjusting, Audit audit, PointsSettings settings) {
        this.adjusting = adjusting;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * What is asked for.
     *
     * @param amount points, not 0; negative to take
     */
    record Proposal(long amount, @NotBlank @Size(max = 500) String reason) {}

    /** Why not. */
    record Objection(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/{observerId}/adjustments")
    @Operation(
            summary = "Give or take points by hand",
            description =
                    "Up to the town's limit it is booked at once; above it, it waits in state PROPOSED for a second"
                            + " person. More than the account holds cannot be taken: then the state is DECLINED. Nobody adjusts his"
                            + " own account.")
    @Answers.Checked
    @Answers.Idempotent
    Mono<Adjustment> propose(
            @PathVariable String observerId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Proposal proposal,
            Caller caller) {
        if (proposal.amount() == 0 || Math.abs(proposal.amount()) > settings.largestAdjustment()) {
            throw Problem.invalid(
                            "amount", "points other than 0, at most " + settings.largestAdjustment() + " either way")
                    .asException();
        }
        String by = caller.requiredId();
        String id = IdempotencyKey.idFor(by, "adjustment", key);
        return adjusting
                .propose(id, observerId, proposal.amount(), proposal.reason(), by)
                .map(made -> {
                    if (!made.observer().equals(observerId)
                            || made.amount() != proposal.amount()
                            || !made.reason().equals(proposal.reason())) {
                        throw IdempotencyKey.usedForSomethingElse();
                    }
                    return made;
                });
    }

    @GetMapping("/adjustments")
    @Operation(summary = "Adjustments that wait for a second person")
    @Answers.Checked
    Mono<Page<Adjustment>> proposed(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Paging.size(limit, settings);
        return adjusting
                .proposed(Paging.text(cursor), size + 1)
                .collectList()
                .map(found -> Page.of(found, size, Adjustment::id));
    }

    @PostMapping("/adjustments/{id}/approve")
    @Operation(summary = "Approve another's adjustment; it is booked at once")
    @Answers.Missing
    @Answers.Refusable
    Mono<Adjustment> approve(@PathVariable String id, Caller caller) {
        return adjusting.approve(id, caller.requiredId()).switchIfEmpty(missing());
    }

    @PostMapping("/adjustments/{id}/decline")
    @Operation(summary = "Decline another's adjustment")
    @Answers.Checked
    @Answers.Missing
    @Answers.Refusable
    Mono<Adjustment> decline(@PathVariable String id, @Valid @RequestBody Objection objection, Caller caller) {
        return adjusting.decline(id, caller.requiredId(), objection.reason()).switchIfEmpty(missing());
    }

    @PostMapping("/audit")
    @Operation(
            summary = "Add every account up again",
            description =
                    "Sequences, balances, debts and hashes. It also runs every night; `ledger_audit_mismatches` must"
                            + " be 0.")
    Mono<Audit.Report> audit() {
        return audit.run();
    }

    private static Mono<Adjustment> missing() {
        return Mono.error(() -> Problem.notFound("such adjustment").asException());
    }
}
