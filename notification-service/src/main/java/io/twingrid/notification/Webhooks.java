package io.twingrid.notification;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Deliveries;
import io.twingrid.notification.domain.Delivery.Attempt;
import io.twingrid.notification.domain.Lanes;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.OutsideGuard;
import io.twingrid.notification.domain.Scope;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.domain.Targets;
import io.twingrid.notification.domain.Targets.Registered;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Webhooks, robots and mailboxes of groups: registered by those whose notices go there, called by the delivery engine. */
public final class Webhooks {
    private final Targets targets;
    private final Lanes lanes;
    private final Deliveries deliveries;
    private final OutsideGuard guard;
    private final Set<TargetKind> spoken;
    private final Clock clock;

    /**
     * All of them.
     *
     * @param spoken kinds of targets that can be spoken to
     */
    public Webhooks(
            Targets targets,
            Lanes lanes,
            Deliveries deliveries,
            OutsideGuard guard,
            Set<TargetKind> spoken,
            Clock clock) {
        this.targets = targets;
        this.lanes = lanes;
        this.deliveries = deliveries;
        this.guard = guard;
        this.spoken = spoken;
        this.clock = clock;
    }

    /**
     * What somebody wants to be called.
     *
     * @param url null keeps what is there
     * @param secret null keeps what is there
     */
    public record Wish(
            TargetKind kind,
            String name,
            @Nullable String url,
            @Nullable String secret,
            Set<Audience> audiences,
            Set<String> facts,
            Language language,
            boolean digest) {}

    /** Registers one. Errors: a problem that says what of it cannot be. */
    public Mono<Registered> create(Scope scope, String owner, Wish wish) {
        String id = UUID.randomUUID().toString();
        return save(scope, id, owner, wish, null).then(find(scope, id));
    }

    /** Changes one, and calls it again if it was paused. */
    public Mono<Registered> change(Scope scope, String id, Wish wish) {
        return find(scope, id)
                .flatMap(there -> save(scope, id, there.target().owner(), wish, there.target())
                        .thenReturn(there))
                .flatMap(there -> there.paused() == null ? Mono.just(true) : lanes.resume(id, clock.instant()))
                .then(Mono.defer(() -> find(scope, id)));
    }

    /** Calls a paused one again, at once. */
    public Mono<Registered> resume(Scope scope, String id) {
        return find(scope, id)
                .flatMap(there -> lanes.resume(id, clock.instant()))
                .then(Mono.defer(() -> find(scope, id)));
    }

    /** Removes one, and what waits for it. */
    public Mono<Void> remove(Scope scope, String id) {
        return find(scope, id)
                .flatMap(there -> targets.remove(id))
                .then(Mono.defer(() -> deliveries.drop(id, new Attempt(clock.instant(), "gone", "it was removed"))));
    }

    /** Those within a scope, by id. */
    public Flux<Registered> list(Scope scope, @Nullable String after, int limit) {
        return known(scope).thenMany(Flux.defer(() -> targets.hooks(scope.audiences(), after, limit)));
    }

    /** One of them. Errors: a problem if there is none of this id within the scope. */
    public Mono<Registered> find(Scope scope, String id) {
        return known(scope)
                .then(Mono.defer(() -> targets.find(id)))
                .filter(found -> !found.target().isPersonal())
                .filter(found -> scope.covers(found.target().audiences()))
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("webhook " + id).asException()));
    }

    private static Mono<Void> known(Scope scope) {
        return scope.isEmpty()
                ? Mono.error(() -> Problem.forbidden(
                                "Webhooks are for admins, and for leads, coordinators and officers where they work.")
                        .asException())
                : Mono.empty();
    }

    private Mono<Void> save(Scope scope, String id, String owner, Wish wish, @Nullable Target there) {
        return known(scope).then(Mono.defer(() -> {
            if (!scope.covers(wish.audiences())) {
                return Mono.error(Problem.forbidden("Among 'audiences' there are some that are not yours.")
                        .asException());
            }
            if (!spoken.contains(wish.kind())) {
                return Mono.error(
                        Problem.invalid("kind", "is not set up here; for EMAIL the operator names an SMTP server")
                                .asException());
            }
            Address address = WebhookAddress.of(wish, there);
            return permitted(address)
                    .then(targets.save(new Target(
                            id,
                            wish.kind(),
                            owner,
                            wish.name(),
                            wish.audiences(),
                            wish.facts(),
                            wish.language(),
                            wish.digest(),
                            address,
                            clock.instant())));
        }));
    }

    private Mono<Void> permitted(Address address) {
        return address instanceof Address.Hook hook
                ? guard.objection(hook.url())
                        .flatMap(why -> Mono.error(Problem.invalid("url", why).asException()))
                : Mono.empty();
    }
}
