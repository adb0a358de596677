package io.twingrid.points.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Cursor;
import io.twingrid.chassis.web.Page;
import io.twingrid.points.Codes;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.Redeeming;
import io.twingrid.points.Staff;
import io.twingrid.points.domain.RefusedException;
import io.twingrid.points.domain.reward.Redemption;
import io.twingrid.points.domain.reward.Redemption.State;
import io.twingrid.points.domain.reward.Redemptions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/** Redeeming rewards: by the observer himself; handed over and cancelled by the points staff. */
@RestController
@RequestMapping("/api/redemptions")
@Tag(name = "Redemptions")
@ApiResponse(responseCode = "200")
@Answers.Personal
class RedemptionsController {
    /** 60 bits: nobody guesses one, and two are not alike. */
    private static final int VOUCHER_LENGTH = 12;

    private final Redeeming redeeming;
    private final Redemptions redemptions;
    private final PointsSettings settings;

    RedemptionsController(Redeeming redeeming, Redemptions redemptions, PointsSettings settings) {
        this.redeeming = redeeming;
        this.redemptions = redemptions;
        this.settings = settings;
    }

    /** What is asked for. */
    record Wish(@NotBlank @Size(max = 40) String rewardId) {}

    /** Why it is cancelled. */
    record Cancellation(@NotBlank @Size(max = 500) String reason) {}

    /** A redemption as it is answered; it has a voucher while that can be handed in. */
    record RedemptionView(
            String id,
            String observer,
            String rewardId,
            String rewardName,
            long cost,
            State state,
            @Nullable String voucher,
            Instant at,
            Instant validUntil,
            @Nullable String reason,
            @Nullable String by) {
        static RedemptionView of(Redemption redemption) {
            return new RedemptionView(
                    redemption.id(),
                    redemption.observer(),
                    redemption.rewardId(),
                    redemption.rewardName(),
                    redemption.cost(),
                    redemption.state(),
                    redemption.state() == State.ISSUED ? redemption.voucher() : null,
                    redemption.at(),
                    redemption.validUntil(),
                    redemption.reason(),
                    redemption.by());
        }
    }

    @PostMapping
    @Operation(
            summary = "Redeem a reward",
            description =
                    "Send an Idempotency-Key: a retry finds the redemption that the first try made. The answer is an"
                            + " issued voucher, or 409 with the reason.")
    @Answers.Checked
    @Answers.Missing
    @Answers.Refusable
    @Answers.Idempotent
    Mono<RedemptionView> redeem(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Wish wish,
            Caller caller) {
        String observer = caller.requiredId();
        String id = IdempotencyKey.idFor(observer, "redemption", key);
        return redeeming
                .redeem(id, observer, wish.rewardId(), Codes.random(VOUCHER_LENGTH))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("such reward").asException()))
                .map(made -> {
                    if (!made.rewardId().equals(wish.rewardId())) {
                        throw IdempotencyKey.usedForSomethingElse();
                    }
                    if (made.state() == State.REFUSED) {
                        throw new RefusedException(String.valueOf(made.reason()));
                    }
                    return RedemptionView.of(made);
                });
    }

    @GetMapping
    @Operation(
            summary = "An observer's redemptions, newest first",
            description = "One's own; staff may ask for another's.")
    @Answers.Checked
    Mono<Page<RedemptionView>> list(
            @Parameter(description = "Whose; for staff") @RequestParam(required = false) @Nullable String observer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        String whose = observer == null ? caller.requiredId() : observer;
        mayRead(caller, whose);
        int size = Paging.size(limit, settings);
        return redemptions
                .ofObserver(whose, Paging.place(cursor), size + 1)
                .collectList()
                .map(found ->
                        Page.of(found, size, RedemptionsController::position).map(RedemptionView::of));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One redemption")
    @Answers.Missing
    Mono<RedemptionView> one(@PathVariable String id, Caller caller) {
        return own(id, caller).map(RedemptionView::of);
    }

    @GetMapping(path = "/{id}/voucher.svg", produces = Qr.MEDIA_TYPE)
    @Operation(summary = "The voucher's code as a QR code")
    @Answers.Missing
    @Answers.Refusable
    Mono<String> qr(@PathVariable String id, Caller caller) {
        return own(id, caller).map(redemption -> {
            if (redemption.state() != State.ISSUED) {
                throw new RefusedException("There is no voucher to hand in.");
            }
            return Qr.svg(redemption.voucher());
        });
    }

    @GetMapping("/vouchers/{voucher}")
    @Operation(summary = "The redemption that a voucher belongs to; for staff who are handed one")
    @Answers.Missing
    Mono<RedemptionView> ofVoucher(@PathVariable String voucher) {
        return redemptions.ofVoucher(voucher).map(RedemptionView::of).switchIfEmpty(missing());
    }

    @PostMapping("/{id}/fulfil")
    @Operation(summary = "The reward was handed over; once")
    @Answers.Missing
    @Answers.Refusable
    Mono<RedemptionView> fulfil(@PathVariable String id, Caller caller) {
        return redeeming.fulfil(id, caller.requiredId()).map(RedemptionView::of).switchIfEmpty(missing());
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Cancel before it was handed over: points and stock come back, once")
    @Answers.Checked
    @Answers.Missing
    @Answers.Refusable
    Mono<RedemptionView> cancel(@PathVariable String id, @Valid @RequestBody Cancellation cancellation, Caller caller) {
        return redeeming
                .cancel(id, caller.requiredId(), cancellation.reason())
                .map(RedemptionView::of)
                .switchIfEmpty(missing());
    }

    private Mono<Redemption> own(String id, Caller caller) {
        return redemptions
                .find(id)
                .filter(redemption -> isOwnOrStaff(caller, redemption.observer()))
                .switchIfEmpty(missing());
    }

    private static void mayRead(Caller caller, String observer) {
        if (!isOwnOrStaff(caller, observer)) {
            throw Problem.forbidden("Redemptions are seen by the observer whose they are, and by the points staff.")
                    .asException();
        }
    }

    private static boolean isOwnOrStaff(Caller caller, String observer) {
        return observer.equals(caller.id()) || Staff.is(caller);
    }

    private static String position(Redemption redemption) {
        return Cursor.at(redemption.at(), redemption.id());
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> Problem.notFound("such redemption").asException());
    }
}
