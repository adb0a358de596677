package io.twingrid.points.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.chassis.web.Page;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.Stocks;
import io.twingrid.points.domain.RefusedException;
import io.twingrid.points.domain.reward.Reward;
import io.twingrid.points.domain.reward.Rewards;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What points are redeemed for: seen by everybody, kept by the points staff. */
@RestController
@RequestMapping("/api/rewards")
@Tag(name = "Rewards")
@ApiResponse(responseCode = "200")
class RewardsController {
    private final Rewards rewards;
    private final Stocks stocks;
    private final PointsSettings settings;

    RewardsController(Rewards rewards, Stocks stocks, PointsSettings settings) {
        this.rewards = rewards;
        this.stocks = stocks;
        this.settings = settings;
    }

    /** A reward and how many are left of it. */
    record RewardView(Reward reward, long left) {}

    /**
     * A reward as the staff describe it.
     *
     * @param cost in points
     * @param perPerson how many one person may redeem; 0 or absent: no limit
     * @param voucherDays days that a voucher can be handed in
     * @param picture id of a photo
     */
    record Description(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Size(max = 80) String nameEn,
            @NotBlank @Size(max = 1000) String description,
            @Min(1) @Max(1_000_000) long cost,
            @Min(0) int perPerson,
            @Nullable Instant from,
            @Nullable Instant until,
            @Min(1) @Max(366) int voucherDays,
            @Nullable @Size(max = 80) String picture) {

        Reward toReward(String id) {
            return new Reward(id, name, nameEn, description, cost, perPerson, from, until, voucherDays, picture);
        }
    }

    /** A delivery: units that come in, or go out if negative. */
    record Delivery(
            @Min(-100_000) @Max(100_000) long units,
            @NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Operation(summary = "The catalogue of rewards, in the order of their ids")
    @Answers.Checked
    Mono<Page<RewardView>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Paging.size(limit, settings);
        return rewards.list(Paging.text(cursor), size + 1)
                .collectList()
                .map(found -> Page.of(found, size, Reward::id))
                .flatMap(page -> Flux.fromIterable(page.items())
                        .concatMap(this::view)
                        .collectList()
                        .map(views -> new Page<>(views, page.next())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One reward")
    @Answers.Missing
    Mono<RewardView> one(@PathVariable String id) {
        return rewards.find(id).flatMap(this::view).switchIfEmpty(missing());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Put a reward into the catalogue, or change it",
            description = "What was redeemed stays as it was.")
    @Answers.Personal
    @Answers.Checked
    Mono<RewardView> put(@PathVariable String id, @Valid @RequestBody Description description) {
        Reward reward = description.toReward(Ids.checked(id));
        return rewards.replace(reward)
                .switchIfEmpty(Mono.defer(() -> rewards.add(reward)))
                .flatMap(this::view);
    }

    @PostMapping("/{id}/stock")
    @Operation(
            summary = "Book a delivery",
            description = "Send an Idempotency-Key: a retry counts once. More than is left cannot be taken out.")
    @Answers.Personal
    @Answers.Checked
    @Answers.Missing
    @Answers.Refusable
    Mono<RewardView> stock(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Delivery delivery,
            Caller caller) {
        if (delivery.units() == 0) {
            throw Problem.invalid("units", "other than 0").asException();
        }
        String by = caller.requiredId();
        return rewards.find(id).switchIfEmpty(missing()).flatMap(reward -> stocks.stock(
                        id, IdempotencyKey.idFor(by, "stock/" + id, key), delivery.units(), by, delivery.reason())
                .flatMap(entry -> entry.award().isNothing()
                        ? Mono.error(new RefusedException(
                                String.valueOf(entry.about().reason())))
                        : view(reward)));
    }

    private Mono<RewardView> view(Reward reward) {
        return stocks.left(reward.id()).map(left -> new RewardView(reward, left));
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> Problem.notFound("such reward").asException());
    }
}
