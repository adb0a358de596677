package io.twingrid.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.escalation.domain.Area;
import io.twingrid.escalation.domain.CasePosition;
import io.twingrid.escalation.domain.care.CareCommand;
import io.twingrid.escalation.domain.care.CareErrand;
import io.twingrid.escalation.domain.care.CareFact;
import io.twingrid.escalation.domain.care.CarePerson;
import io.twingrid.escalation.domain.care.CareState;
import io.twingrid.escalation.domain.care.CareTask;
import io.twingrid.escalation.domain.care.CareVerb;
import io.twingrid.escalation.domain.care.Sealed;
import io.twingrid.escalation.store.CareTaskList;
import io.twingrid.escalation.store.ObserverRoll;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The centre's errands for people who live alone (爱心接力): offered to observers, claimed by one, brought, confirmed.
 *
 * <p>Errors of every method: {@link com.mongodb.MongoException} if the store is away.
 */
public final class CareDesk {
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChangeStore<CareTask, CareFact> tasks;
    private final CareTaskList list;
    private final ObserverRoll observers;
    private final Supplier<TownGrids> grids;
    private final CareSeal seal;
    private final CareSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;

    CareDesk(
            ChangeStore<CareTask, CareFact> tasks,
            CareTaskList list,
            ObserverRoll observers,
            Supplier<TownGrids> grids,
            CareSeal seal,
            CareSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.tasks = tasks;
        this.list = list;
        this.observers = observers;
        this.grids = grids;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Whether there is a key to seal addresses with; without one no task is made. */
    public boolean isReady() {
        return seal.isReady();
    }

    /** The areas that a grid lies in; empty if the town has no such grid. */
    public Optional<Area> areaOf(String grid) {
        return grids.get().area(grid);
    }

    /** Somebody is an observer from now on, or again. */
    public Mono<Void> appointed(String id, List<String> inGrids, Instant at) {
        return observers.appointed(id, inGrids, at);
    }

    /** An observer rides other ways now. */
    public Mono<Void> moved(String id, List<String> inGrids, Instant at) {
        return observers.moved(id, inGrids, at);
    }

    /** Somebody is no observer any more, or none for the time being; what he has claimed stays his to bring. */
    public Mono<Void> ended(String id, Instant at) {
        return observers.ended(id, at);
    }

    /** The grids that somebody rides in as an active observer; none if he is not active. */
    public Mono<Set<String>> gridsOf(String observer) {
        return observers.gridsOf(observer);
    }

    /** A member of staff makes a task; it is offered to the observers who ride there. */
    public Mono<Result<CareTask>> make(CareErrand errand, String address) {
        String id = UUID.randomUUID().toString();
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        CareTask task = CareTask.make(
                id, errand, seal.seal(address, id + "/address"), seal.seal(code, id + "/code"), clock.instant());
        return tasks.create(id, null, task, List.of(task.offered()));
    }

    /** A task; empty if there is none, or none that this person may know of. */
    public Mono<Versioned<CareTask>> find(String id, CarePerson who) {
        return tasks.find(id).filter(found -> found.aggregate().isSeenBy(who));
    }

    /**
     * The tasks that somebody may see, those made last first.
     *
     * @param state null for all
     * @param after where the page before ended, or null for the first
     */
    public Mono<List<Versioned<CareTask>>> list(
            CarePerson who, @Nullable CareState state, @Nullable CasePosition after, int most) {
        return list.find(who, state, after, most).map(tasks::read).collectList();
    }

    /**
     * Somebody asks for something.
     *
     * @param expected the version that he has seen, or null if he does not mind
     * @param code the resident's code if one was given; its rightness is put into the command
     * @return how the task is now; empty as {@link #find} is, except that who was offered it is told that it is gone
     */
    public Mono<Result<CareTask>> ask(
            String id, @Nullable Long expected, CareCommand command, @Nullable String code, CarePerson who) {
        return tasks.find(id)
                .map(Versioned::aggregate)
                .filter(task -> task.isSeenBy(who) || (command.verb() == CareVerb.CLAIM && task.isOfferedTo(who)))
                .flatMap(seen -> expected == null
                        ? tasks.change(id, task -> decide(task, command, code, who))
                        : tasks.change(id, expected, task -> decide(task, command, code, who)))
                .doOnNext(result -> metrics.counter(
                                "care.moves",
                                "verb",
                                command.verb().word(),
                                "outcome",
                                result.kind().name().toLowerCase(Locale.ROOT))
                        .increment());
    }

    /** The address in plain words, for who may read it now; else null, and if it cannot be opened any more. */
    public @Nullable String addressFor(CareTask task, CarePerson who) {
        return task.showsAddressTo(who) ? opened(task, task.address(), "/address") : null;
    }

    /** The resident's code, for who made the task; else null, and if it cannot be opened any more. */
    public @Nullable String codeFor(CareTask task, CarePerson who) {
        return task.showsCodeTo(who) ? opened(task, task.code(), "/code") : null;
    }

    private Outcome<CareTask, CareFact> decide(
            CareTask task, CareCommand command, @Nullable String code, CarePerson who) {
        if (!(command instanceof CareCommand.Confirm) || code == null) {
            return task.ask(command, who, clock.instant(), settings.rules());
        }
        String right = opened(task, task.code(), "/code");
        return right == null && task.code() != null
                ? Outcome.refused("The code cannot be checked any more; staff of the area confirm without it.")
                : task.ask(new CareCommand.Confirm(isSame(right, code)), who, clock.instant(), settings.rules());
    }

    private static boolean isSame(@Nullable String right, String code) {
        return right != null && MessageDigest.isEqual(bytes(right), bytes(code));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private @Nullable String opened(CareTask task, @Nullable Sealed sealed, String part) {
        return sealed == null ? null : seal.open(sealed, task.id() + part).orElse(null);
    }
}
