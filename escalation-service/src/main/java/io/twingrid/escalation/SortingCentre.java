package io.twingrid.escalation;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.escalation.domain.CaseFilter;
import io.twingrid.escalation.domain.CasePosition;
import io.twingrid.escalation.domain.Command;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.Escalation;
import io.twingrid.escalation.domain.HistoryEntry;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.Staff;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetFact;
import io.twingrid.escalation.domain.forward.Forward;
import io.twingrid.escalation.store.StreetCaseList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The sorting centre's work (分拣中心): takes what the community sends up and does with it what staff ask for.
 *
 * <p>Errors of every method: {@link com.mongodb.MongoException} if the store is away.
 */
public final class SortingCentre {
    private final ChangeStore<StreetCase, StreetFact> cases;
    private final StreetCaseList list;
    private final StreetFigures figures;
    private final Forwards forwards;
    private final Deadlines deadlines;
    private final EscalationSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;

    SortingCentre(
            ChangeStore<StreetCase, StreetFact> cases,
            StreetCaseList list,
            StreetFigures figures,
            Forwards forwards,
            Deadlines deadlines,
            EscalationSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.cases = cases;
        this.list = list;
        this.figures = figures;
        this.forwards = forwards;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The community sends a report up, for the first time or again.
     *
     * @param factId id of the fact that says so; once it is applied, it changes nothing any more
     */
    public Mono<Result<StreetCase>> receive(String factId, String id, Report report, Escalation escalation) {
        return cases.changeOnce(id, factId, theCase -> theCase.receiveAgain(report, escalation, deadlines))
                .switchIfEmpty(Mono.defer(() ->
                        cases.create(id, factId, StreetCase.receive(id, report, escalation, deadlines), List.of())))
                .delayUntil(received -> figures.received(factId, report, escalation.at()));
    }

    /**
     * The community's check or the reporter says that a report is not settled.
     *
     * @return empty if it never came up to the street
     */
    public Mono<Result<StreetCase>> takeBack(String factId, String id, HistoryEntry why) {
        return cases.changeOnce(id, factId, theCase -> theCase.comeBack(why, deadlines));
    }

    /**
     * The reporter says whether a report is settled.
     *
     * <p>Counted first and written then: a redelivery after a crash between the two finds the case as it was and counts the
     * same again, which the figures know as a repeat.
     *
     * @return empty if it never came up to the street
     */
    public Mono<Result<StreetCase>> judged(String factId, String id, boolean isSatisfied, HistoryEntry what) {
        return known(id)
                .delayUntil(theCase -> {
                    Instant resolvedAt = theCase.resolvedAt();
                    return resolvedAt == null
                            ? Mono.empty()
                            : figures.judged(factId, theCase.report(), resolvedAt, theCase.countsOf(isSatisfied));
                })
                .flatMap(known -> cases.changeOnce(id, factId, theCase -> theCase.judge(isSatisfied, what)));
    }

    /**
     * One of the street's own facts is read: it is counted, and what is forwarded follows it. The case itself knows it already;
     * only {@link io.twingrid.chassis.edge.Rebuild} makes cases of facts.
     *
     * @param fact the fact, once the case is known that it is about
     * @return empty if there is no such case
     */
    public Mono<StreetCase> hear(String factId, String id, Function<StreetCase, StreetFact> fact) {
        return known(id)
                .delayUntil(theCase -> figures.told(factId, theCase.report(), fact.apply(theCase)))
                .delayUntil(theCase -> forwards.follow(factId, fact.apply(theCase)));
    }

    /**
     * A department has not answered what was delivered to its own system.
     *
     * @param cause what this is called: under one name it happens once
     */
    Mono<Result<StreetCase>> urgeUnanswered(String cause, String id, String department) {
        return cases.changeOnce(id, cause, theCase -> theCase.urgeUnanswered(department, clock.instant(), deadlines));
    }

    /** A case, for ourselves. */
    Mono<StreetCase> known(String id) {
        return cases.find(id).map(Versioned::aggregate);
    }

    /** How a case was passed on to departments' own systems: to the centre all, to an officer what went to his department. */
    public Mono<List<Forward>> forwardsOf(StreetCase theCase, Staff staff) {
        return forwards.of(theCase.id())
                .filter(forward ->
                        theCase.isCoordinatedBy(staff) || forward.department().equals(staff.department()))
                .collectList();
    }

    /** A case; empty if there is none, or none that this member of staff may know of. */
    public Mono<Versioned<StreetCase>> find(String id, Staff staff) {
        return cases.find(id).filter(found -> found.aggregate().isSeenBy(staff));
    }

    /**
     * The cases that a member of staff may see, those received last first.
     *
     * @param after where the page before ended, or null for the first
     * @param most how many at most
     */
    public Mono<List<Versioned<StreetCase>>> list(
            Staff staff, CaseFilter filter, @Nullable CasePosition after, int most) {
        return list.find(staff, filter, after, most).map(cases::read).collectList();
    }

    /**
     * A member of staff asks for something.
     *
     * @param expected the version that he has seen, or null if he does not mind
     * @return how the case is now; empty as {@link #find} is; an error of {@link
     *     io.twingrid.chassis.change.StaleVersionException} if it is not at {@code expected} any more
     */
    public Mono<Result<StreetCase>> ask(String id, @Nullable Long expected, Command command, Staff staff) {
        return find(id, staff)
                .flatMap(seen -> expected == null
                        ? cases.change(id, theCase -> decide(theCase, command, staff))
                        : cases.change(id, expected, theCase -> decide(theCase, command, staff)))
                .doOnNext(result -> count(command, result));
    }

    private Outcome<StreetCase, StreetFact> decide(StreetCase theCase, Command command, Staff staff) {
        return command instanceof Command.Note && theCase.history().size() >= settings.mostHistory()
                ? Outcome.refused("The case's history is full; it takes no more notes.")
                : theCase.ask(command, staff, clock.instant(), deadlines);
    }

    private void count(Command command, Result<StreetCase> result) {
        String outcome = result.kind().name().toLowerCase(Locale.ROOT);
        metrics.counter("street.moves", "verb", command.verb().word(), "outcome", outcome)
                .increment();
    }
}
