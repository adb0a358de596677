package io.twingrid.triage;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.triage.domain.AreaMap;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CasePosition;
import io.twingrid.triage.domain.CaseQuery;
import io.twingrid.triage.domain.CaseState;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.News;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.Router;
import io.twingrid.triage.domain.Staff;
import io.twingrid.triage.store.CaseList;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The community's desk: opens a case for every report, does with it what staff ask for, and hears what others did.
 *
 * <p>Errors of every method: {@link com.mongodb.MongoException} if the store is away.
 */
public final class CommunityDesk {
    private final ChangeStore<CommunityCase, CaseFact> cases;
    private final CaseList list;
    private final Router router;
    private final AreaMap areas;
    private final TriageSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;

    CommunityDesk(
            ChangeStore<CommunityCase, CaseFact> cases,
            CaseList list,
            Router router,
            AreaMap areas,
            TriageSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.cases = cases;
        this.list = list;
        this.router = router;
        this.areas = areas;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * A report was submitted. A report has one case: if it is there, nothing changes.
     *
     * @param factId id of the fact that says so
     */
    public Mono<Result<CommunityCase>> open(String factId, String id, Report report) {
        return Mono.defer(() -> {
            Changed<CommunityCase, CaseFact> opened =
                    CommunityCase.open(id, report, router.route(report), clock.instant());
            return cases.create(id, factId, opened.after(), opened.facts());
        });
    }

    /**
     * Others did something.
     *
     * @param factId id of the fact that says so; once it is applied, it changes nothing any more
     * @return empty if there is no such case
     */
    public Mono<Result<CommunityCase>> hear(String factId, String id, News news) {
        return cases.changeOnce(id, factId, theCase -> bounded(theCase, theCase.hear(news)));
    }

    /** A case; empty if there is none, or none that this member of staff may know of. */
    public Mono<Versioned<CommunityCase>> find(String id, Staff staff) {
        return cases.find(id).filter(found -> found.aggregate().isSeenBy(staff));
    }

    /**
     * The cases that a member of staff may see, newest report first.
     *
     * @param area id of an area to keep to, or null for all of his
     * @param state null for any
     * @param after where the page before ended, or null for the first
     * @param most how many at most
     */
    public Mono<List<Versioned<CommunityCase>>> list(
            Staff staff, @Nullable String area, @Nullable CaseState state, @Nullable CasePosition after, int most) {
        Set<String> within = areasFor(staff, area);
        return within != null && within.isEmpty()
                ? Mono.just(List.of())
                : list.find(new CaseQuery(within, state, after, most));
    }

    /**
     * A member of staff asks for something.
     *
     * @param expected the version that he has seen, or null if he does not mind
     * @return how the case is now; empty as {@link #find} is; an error of {@link
     *     io.twingrid.chassis.change.StaleVersionException} if it is not at {@code expected} any more
     */
    public Mono<Result<CommunityCase>> ask(String id, @Nullable Long expected, Command command, Staff staff) {
        return find(id, staff)
                .flatMap(seen -> expected == null
                        ? cases.change(id, theCase -> decide(theCase, command, staff))
                        : cases.change(id, expected, theCase -> decide(theCase, command, staff)))
                .doOnNext(result -> count(command, result));
    }

    private Outcome<CommunityCase, CaseFact> decide(CommunityCase theCase, Command command, Staff staff) {
        return bounded(theCase, theCase.ask(command, staff, clock.instant()));
    }

    /** A document must not grow for ever: when a history is long, only what moves the case goes in. */
    private Outcome<CommunityCase, CaseFact> bounded(CommunityCase before, Outcome<CommunityCase, CaseFact> outcome) {
        boolean isFull = before.history().size() >= settings.mostHistory();
        return isFull
                        && outcome instanceof Changed<CommunityCase, CaseFact> changed
                        && changed.after().state() == before.state()
                ? Outcome.refused("The case's history is full; it takes only what moves the case.")
                : outcome;
    }

    /** The areas to look in; null for all of the town. */
    private @Nullable Set<String> areasFor(Staff staff, @Nullable String area) {
        if (area == null) {
            return staff.isAdmin() ? null : staff.areas();
        }
        if (staff.isAdmin() || staff.areas().stream().anyMatch(own -> areas.isWithin(area, own))) {
            return Set.of(area);
        }
        return staff.areas().stream().filter(own -> areas.isWithin(own, area)).collect(Collectors.toUnmodifiableSet());
    }

    private void count(Command command, Result<CommunityCase> result) {
        String outcome = result.kind().name().toLowerCase(Locale.ROOT);
        metrics.counter("community.moves", "verb", command.verb().word(), "outcome", outcome)
                .increment();
    }
}
