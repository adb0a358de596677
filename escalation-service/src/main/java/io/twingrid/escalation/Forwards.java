package io.twingrid.escalation;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Result;
import io.twingrid.escalation.domain.Department;
import io.twingrid.escalation.domain.StreetFact;
import io.twingrid.escalation.domain.forward.Forward;
import io.twingrid.escalation.domain.forward.ForwardRules;
import io.twingrid.escalation.domain.forward.Forwarded;
import io.twingrid.escalation.store.ForwardList;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is passed on to departments' own systems, kept in step with the cases by the street's own facts: a dispatch makes a
 * forward, an answer answers it, and whatever takes the case away from the department ends it. So none is lost or made twice.
 *
 * <p>Errors of every method: {@link com.mongodb.MongoException} if the store is away.
 */
public final class Forwards {
    private final ChangeStore<Forward, Forwarded> store;
    private final ForwardList list;
    private final DepartmentSource departments;
    private final ForwardRules rules;

    Forwards(
            ChangeStore<Forward, Forwarded> store, ForwardList list, DepartmentSource departments, ForwardRules rules) {
        this.store = store;
        this.list = list;
        this.departments = departments;
        this.rules = rules;
    }

    /** The forwards of a case, in the order in which they were made. */
    public Flux<Forward> of(String reportId) {
        return list.of(reportId).map(document -> store.read(document).aggregate());
    }

    /** Those with which something is to be done by now. */
    Flux<Forward> due(Instant now, int most) {
        return list.due(now, most).map(document -> store.read(document).aggregate());
    }

    Mono<Result<Forward>> change(String id, Function<Forward, Outcome<Forward, Forwarded>> what) {
        return store.change(id, what);
    }

    /**
     * One of the street's own facts was read.
     *
     * @param factId its id; a forward's id is made of it, so a redelivery makes none anew
     */
    public Mono<Void> follow(String factId, StreetFact fact) {
        return switch (fact) {
            case StreetFact.Dispatched to -> end(to).then(make(factId, to));
            case StreetFact.Accepted accepted -> answer(accepted, accepted.department());
            case StreetFact.ReportedIn there -> answer(there, there.department());
            case StreetFact.Declined declined -> end(declined);
            case StreetFact.Returned returned -> end(returned);
            case StreetFact.Resolved resolved -> end(resolved);
            case StreetFact.Assigned assigned -> Mono.empty();
            case StreetFact.Urged urged -> Mono.empty();
            case StreetFact.Held held -> Mono.empty();
            case StreetFact.Resumed resumed -> Mono.empty();
            case StreetFact.ExtensionRequested asked -> Mono.empty();
            case StreetFact.ExtensionDeclined no -> Mono.empty();
            case StreetFact.Extended extended -> Mono.empty();
            case StreetFact.Noted noted -> Mono.empty();
        };
    }

    /** The fact of a delivery is read: a lost store need not send it once more. */
    public Mono<Result<Forward>> retold(Forwarded fact) {
        return store.change(fact.forwardId(), forward -> forward.hear(fact, rules));
    }

    private Mono<Void> make(String factId, StreetFact.Dispatched to) {
        return Flux.fromStream(Stream.concat(Stream.of(to.department()), to.coDepartments().stream()))
                .flatMapIterable(id -> departments.latest().find(id).stream().toList())
                .filter(department -> department.forward() != null)
                .concatMap(department -> create(Forward.idOf(factId, department.id()), to, department))
                .then();
    }

    private Mono<?> create(String id, StreetFact.Dispatched to, Department department) {
        return Mono.justOrEmpty(department.forward())
                .map(target -> Forward.of(id, to.reportId(), department.id(), target.channel(), to.at()))
                .flatMap(forward -> store.create(id, null, forward, List.of()));
    }

    private Mono<Void> answer(StreetFact fact, String department) {
        return each(fact, forward -> forward.department().equals(department), f -> f.answered(fact.at()));
    }

    private Mono<Void> end(StreetFact fact) {
        return each(fact, forward -> true, forward -> forward.ended(fact.at()));
    }

    private Mono<Void> each(
            StreetFact fact, Predicate<Forward> which, Function<Forward, Outcome<Forward, Forwarded>> what) {
        return of(fact.reportId())
                .filter(which.and(Forward::isOpen))
                .concatMap(forward -> store.change(forward.id(), what))
                .then();
    }
}
