package io.twingrid.notification;

import io.twingrid.notification.domain.Address;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Channel;
import io.twingrid.notification.domain.Deliveries;
import io.twingrid.notification.domain.Delivery;
import io.twingrid.notification.domain.Handover;
import io.twingrid.notification.domain.Lanes;
import io.twingrid.notification.domain.Outgoing;
import io.twingrid.notification.domain.Planner;
import io.twingrid.notification.domain.Preferences;
import io.twingrid.notification.domain.Recipient;
import io.twingrid.notification.domain.Target;
import io.twingrid.notification.domain.TargetKind;
import io.twingrid.notification.domain.Targets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds where stored notices go besides the live streams, the targets of groups that listen to their audience and the
 * browsers and mailboxes of their recipients, and keeps the deliveries that are planned for these.
 */
final class Dispatch implements Outgoing {
    private final Targets targets;
    private final Deliveries deliveries;
    private final Lanes lanes;
    private final Planner planner;
    private final Clock clock;
    private final Runnable planned;

    /**
     * Dispatches what is told.
     *
     * @param planner what says which deliveries there are to be
     * @param planned whom to tell that there is something to be sent
     */
    Dispatch(Targets targets, Deliveries deliveries, Lanes lanes, Planner planner, Clock clock, Runnable planned) {
        this.targets = targets;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.planner = planner;
        this.clock = clock;
        this.planned = planned;
    }

    @Override
    public Mono<Void> take(List<Handover> handovers) {
        Set<Audience> audiences =
                handovers.stream().map(one -> one.notice().audience()).collect(Collectors.toSet());
        Set<Recipient> recipients =
                handovers.stream().flatMap(one -> one.recipients().stream()).collect(Collectors.toSet());
        return Mono.zip(targets.listeningTo(audiences).collectList(), ownTargets(recipients))
                .flatMap(found -> keep(planner.plan(handovers, found.getT1(), found.getT2(), clock.instant())));
    }

    /** The targets of each person, his mailbox among them as his preferences have it today. */
    private Mono<Map<String, List<Target>>> ownTargets(Set<Recipient> recipients) {
        Set<String> persons = recipients.stream().map(Recipient::person).collect(Collectors.toSet());
        return targets.of(persons).collectList().flatMap(there -> {
            Set<Target> known = new HashSet<>(there);
            List<Target> changed = recipients.stream()
                    .filter(recipient -> recipient.preferences().channels().contains(Channel.MAIL))
                    .map(this::mailbox)
                    .filter(mailbox -> !known.contains(mailbox))
                    .toList();
            Map<String, Target> byId = new HashMap<>();
            there.forEach(target -> byId.put(target.id(), target));
            changed.forEach(target -> byId.put(target.id(), target));
            return Flux.fromIterable(changed)
                    .concatMap(targets::save)
                    .then(Mono.just(byId.values().stream().collect(Collectors.groupingBy(Target::owner))));
        });
    }

    private Target mailbox(Recipient recipient) {
        Preferences preferences = recipient.preferences();
        String mail = Objects.requireNonNull(preferences.mail(), "mail needs an address");
        String id = UUID.nameUUIDFromBytes(("mail/" + recipient.person()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Target(
                id,
                TargetKind.EMAIL,
                recipient.person(),
                "",
                Set.of(),
                Set.of(),
                preferences.language(),
                false,
                new Address.Mailbox(mail),
                Instant.EPOCH);
    }

    /** Deliveries first: a lane that is woken finds them, and one that is not is woken when the fact comes again. */
    private Mono<Void> keep(List<Delivery> plan) {
        if (plan.isEmpty()) {
            return Mono.empty();
        }
        Map<String, Instant> due = new HashMap<>();
        plan.forEach(delivery ->
                due.merge(delivery.targetId(), delivery.due(), (one, other) -> one.isBefore(other) ? one : other));
        return deliveries.plan(plan).then(lanes.wake(due)).doOnSuccess(done -> planned.run());
    }
}
