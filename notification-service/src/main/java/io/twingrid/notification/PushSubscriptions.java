package io.twingrid.notification;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.notification.channel.push.BrowserKeys;
import io.twingrid.notification.channel.push.Vapid;
import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Deliveries;
import io.twingrid.notification.domain.Delivery.Attempt;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.OutsideGuard;
import io.twingrid.notification.domain.Recipients;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.domain.Targets;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The browsers and phones of persons. One is known by its endpoint: registering it again, it is the same. */
public final class PushSubscriptions {
    private final Targets targets;
    private final Deliveries deliveries;
    private final Recipients recipients;
    private final OutsideGuard guard;
    private final Vapid vapid;
    private final int most;
    private final Clock clock;

    /**
     * All of them.
     *
     * @param most browsers of one person; registering one more lets the oldest go
     */
    public PushSubscriptions(
            Targets targets,
            Deliveries deliveries,
            Recipients recipients,
            OutsideGuard guard,
            Vapid vapid,
            int most,
            Clock clock) {
        this.targets = targets;
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.guard = guard;
        this.vapid = vapid;
        this.most = most;
        this.clock = clock;
    }

    /** What a browser says of itself. */
    public record Browser(String endpoint, String key, String auth, String name, Language language) {}

    /** The public key that browsers subscribe with. */
    public Mono<String> publicKey() {
        return vapid.publicKey();
    }

    /** Registers a person's browser, and him as one who can be told outside the live stream. */
    public Mono<Target> register(String person, Set<Audience> audiences, Browser browser) {
        Target target = target(person, browser);
        return permitted(((Address.Browser) target.address()).endpoint())
                .then(Mono.defer(() -> targets.save(target)))
                .then(Mono.defer(() -> recipients.enrol(person, audiences)))
                .then(Mono.defer(() -> letOldestGo(person)))
                .thenReturn(target);
    }

    /** A person's browsers, the newest last. */
    public Flux<Target> of(String person) {
        return targets.of(Set.of(person)).filter(target -> target.kind() == TargetKind.PUSH);
    }

    /** Removes one of a person's browsers. Errors: a problem if he has none of this id. */
    public Mono<Void> remove(String person, String id) {
        return of(person)
                .filter(target -> target.id().equals(id))
                .next()
                .switchIfEmpty(Mono.error(
                        () -> Problem.notFound("push subscription " + id).asException()))
                .flatMap(this::letGo);
    }

    private Mono<Void> letOldestGo(String person) {
        return of(person).collectList().flatMap(all -> Flux.fromIterable(all)
                .take(Math.max(0, all.size() - most))
                .concatMap(this::letGo)
                .then());
    }

    private Mono<Void> letGo(Target target) {
        return targets.remove(target.id())
                .then(Mono.defer(
                        () -> deliveries.drop(target.id(), new Attempt(clock.instant(), "gone", "it was removed"))));
    }

    private Mono<Void> permitted(URI endpoint) {
        return guard.objection(endpoint)
                .flatMap(why -> Mono.error(Problem.invalid("endpoint", why).asException()));
    }

    private Target target(String person, Browser browser) {
        List<Problem.FieldError> errors = new ArrayList<>();
        if (!BrowserKeys.isKey(browser.key())) {
            errors.add(
                    new Problem.FieldError("keys.p256dh", "must be a public key on P-256, uncompressed, in base64url"));
        }
        if (!BrowserKeys.isAuth(browser.auth())) {
            errors.add(new Problem.FieldError("keys.auth", "must be 16 bytes in base64url"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        try {
            return new Target(
                    UUID.nameUUIDFromBytes(browser.endpoint().getBytes(StandardCharsets.UTF_8))
                            .toString(),
                    TargetKind.PUSH,
                    person,
                    browser.name(),
                    Set.of(),
                    Set.of(),
                    browser.language(),
                    false,
                    new Address.Browser(new URI(browser.endpoint()), browser.key(), browser.auth()),
                    clock.instant());
        } catch (URISyntaxException e) {
            throw Problem.invalid("endpoint", "is not a URL").asException();
        }
    }
}
