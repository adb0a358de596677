package io.twingrid.escalation;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Result.Kind;
import io.twingrid.escalation.domain.Command;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.Staff;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetState;
import io.twingrid.escalation.domain.forward.Carrier;
import io.twingrid.escalation.domain.forward.CarrierException;
import io.twingrid.escalation.domain.forward.Forward;
import io.twingrid.escalation.domain.forward.ForwardChannel;
import io.twingrid.escalation.domain.forward.ForwardTarget;
import io.twingrid.escalation.domain.forward.Letter;
import io.twingrid.escalation.domain.forward.Remote;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what is due with forwards: sends, reminds, asks after them, and brings back what departments' systems answer. Each is
 * claimed by compare-and-set first, so any number of instances may be at it.
 */
final class Forwarding {
    private static final Logger log = LoggerFactory.getLogger(Forwarding.class);

    private final Forwards forwards;
    private final SortingCentre centre;
    private final DepartmentSource departments;
    private final Deadlines deadlines;
    private final Map<ForwardChannel, Carrier> carriers = new EnumMap<>(ForwardChannel.class);
    private final ForwardSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;

    Forwarding(
            Forwards forwards,
            SortingCentre centre,
            DepartmentSource departments,
            Deadlines deadlines,
            List<Carrier> carriers,
            ForwardSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.forwards = forwards;
        this.centre = centre;
        this.departments = departments;
        this.deadlines = deadlines;
        carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Takes up what is due, some side by side. */
    Mono<Void> round() {
        return forwards.due(clock.instant(), settings.mostAtOnce())
                .flatMap(due -> carry(due.id()), settings.mostAtOnce())
                .then();
    }

    private Mono<?> carry(String id) {
        return forwards.change(id, forward -> forward.begin(clock.instant(), settings.rules()))
                .filter(claimed -> claimed.kind() == Kind.CHANGED)
                .map(Result::aggregate)
                .flatMap(mine -> centre.known(mine.reportId())
                        .flatMap(theCase -> act(mine, theCase))
                        .onErrorResume(e -> !(e instanceof MongoException), e -> failed(mine, e)));
    }

    private Mono<Result<Forward>> act(Forward mine, StreetCase theCase) {
        ForwardTarget target = departments
                .latest()
                .find(mine.department())
                .flatMap(department -> Optional.ofNullable(department.forward()))
                .filter(found -> found.channel() == mine.channel())
                .orElse(null);
        if (target == null) {
            return Mono.error(new CarrierException("departments.yaml does not forward to it this way any more."));
        }
        Carrier carrier = Objects.requireNonNull(carriers.get(mine.channel()), "every channel has a carrier");
        return switch (mine.step()) {
            case SEND -> send(carrier, target, mine, theCase);
            case REMIND -> remind(carrier, target, mine, theCase);
            case ASK -> ask(carrier, target, mine, theCase);
        };
    }

    private Mono<Result<Forward>> send(Carrier carrier, ForwardTarget target, Forward mine, StreetCase theCase) {
        return carrier.send(target, letter(mine, theCase, 0))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(reference -> forwards.change(
                        mine.id(),
                        forward -> forward.delivered(
                                clock.instant(), reference.orElse(null), answerBy(mine, theCase), settings.rules())))
                .doOnNext(sent -> count(mine, "sent"));
    }

    private Mono<Result<Forward>> remind(Carrier carrier, ForwardTarget target, Forward mine, StreetCase theCase) {
        if (theCase.state() == StreetState.ON_HOLD) {
            return putOff(mine, theCase);
        }
        Instant answerBy = answerBy(mine, theCase);
        return urged(mine)
                .then(carrier.send(target, letter(mine, theCase, mine.reminders() + 1)))
                .then(forwards.change(mine.id(), forward -> forward.reminded(clock.instant(), answerBy)))
                .doOnNext(reminded -> count(mine, "reminded"));
    }

    private Mono<Result<Forward>> ask(Carrier carrier, ForwardTarget target, Forward mine, StreetCase theCase) {
        Instant answerBy = mine.answerBy();
        boolean isLate = answerBy != null && !clock.instant().isBefore(answerBy);
        return (isLate ? late(mine, theCase) : Mono.empty())
                .then(carrier.ask(
                        target, Objects.requireNonNull(mine.reference(), "only what is known is asked after")))
                .delayUntil(remote -> bring(mine, target, theCase, remote))
                .flatMap(remote ->
                        forwards.change(mine.id(), forward -> forward.heard(clock.instant(), remote, settings.rules())))
                .doOnNext(heard -> count(mine, "asked"));
    }

    private Mono<?> late(Forward mine, StreetCase theCase) {
        return theCase.state() == StreetState.ON_HOLD ? putOff(mine, theCase) : urged(mine);
    }

    /** While the clocks stand still nobody is urged or reminded; the department has its time to answer once more. */
    private Mono<Result<Forward>> putOff(Forward mine, StreetCase theCase) {
        Instant answerBy = answerBy(mine, theCase);
        return forwards.change(mine.id(), forward -> forward.putOff(clock.instant(), answerBy));
    }

    /** The case's own clocks press, too; this is for having no answer at all, and happens once. */
    private Mono<?> urged(Forward mine) {
        return centre.urgeUnanswered(Forward.unanswered(mine.id()), mine.reportId(), mine.department());
    }

    /** What the other system says becomes what an officer of the department might have done; what is not possible is left. */
    private Mono<?> bring(Forward mine, ForwardTarget target, StreetCase theCase, Remote remote) {
        boolean isLeading = mine.department().equals(theCase.responsibility().leading());
        List<Command> commands = new ArrayList<>();
        if (!remote.isClosed()) {
            commands.add(isLeading ? new Command.Accept() : new Command.ReportIn());
        }
        if (remote.isClosed() && isLeading && target.isTrustedToResolve()) {
            commands.add(new Command.Resolve(words(remote), List.of()));
        } else if (!remote.said().equals(mine.remoteSaid()) && (remote.isClosed() || remote.notes() != null)) {
            commands.add(new Command.Note(words(remote), false));
        }
        Staff system = new Staff(StreetCase.SYSTEM, false, Set.of(), mine.department());
        return Flux.fromIterable(commands)
                .concatMap(command -> centre.ask(mine.reportId(), null, command, system))
                .then();
    }

    private String words(Remote remote) {
        String words = remote.reference() + " " + remote.said();
        return words.length() > settings.longestAnswer() ? words.substring(0, settings.longestAnswer()) : words;
    }

    private Mono<Result<Forward>> failed(Forward mine, Throwable e) {
        if (!(e instanceof CarrierException)) {
            log.error("forward {} could not be worked on", mine.id(), e);
        }
        String why = e instanceof CarrierException
                ? String.valueOf(e.getMessage())
                : "Something went wrong here (" + e.getClass().getSimpleName() + ").";
        count(mine, "failed");
        return forwards.change(mine.id(), forward -> forward.failed(clock.instant(), why, settings.rules()));
    }

    private Instant answerBy(Forward mine, StreetCase theCase) {
        return deadlines.answerBy(theCase.report(), mine.department(), clock.instant());
    }

    private static Letter letter(Forward mine, StreetCase theCase, int reminders) {
        Instant dueBy = theCase.tempo() == null ? null : theCase.tempo().dueBy();
        return new Letter(mine.id(), mine.reportId(), mine.department(), theCase.report(), dueBy, reminders);
    }

    private void count(Forward mine, String outcome) {
        String channel = mine.channel().name().toLowerCase(Locale.ROOT);
        metrics.counter("street.forwards", "channel", channel, "outcome", outcome)
                .increment();
    }
}
